extension ImportFault: Explained {
    var code: String {
        switch self {
        case .noHeader: "CLI70"
        case .unknownColumn: "CLI71"
        case .doubledColumn: "CLI72"
        case .missingColumns: "CLI73"
        case .width: "CLI74"
        case .malformed: "CLI75"
        case .undecodable: "CLI76"
        case .noWorkbookReader, .unreadableWorkbook: "CLI78"
        }
    }

    var zh: String {
        switch self {
        case .noHeader: "文件没有表头"
        case .unknownColumn(let name, _): "不认识的列\(Phrase.quoted(name))"
        case .doubledColumn(let name): "列\(Phrase.quoted(name))出现两次"
        case .missingColumns(let names): "缺少列 \(Phrase.any(names, .zh))"
        case .width(let row, let line, let cells, let headings):
            "第 \(row) 行（文件第 \(line) 行）有 \(cells) 格，表头有 \(headings) 格"
        case .malformed(let failure): failure.told.zh
        case .noWorkbookReader: "读 XLSX 需要 xlsx2csv，这台机器上没有"
        case .unreadableWorkbook(let path): "\(Phrase.quoted(path))不是可读的 XLSX 工作簿"
        case .undecodable(let encoding, let failure, let line):
            failure.isCut
                ? "文件在一个字符中间中断（第 \(line) 行）"
                : "第 \(line) 行附近的字节 \(Phrase.byte(failure.byte)) 不是 \(encoding.rawValue)（第 \(failure.offset + 1) 个字节）"
        }
    }

    var en: String {
        switch self {
        case .noHeader: "the file has no header"
        case .unknownColumn(let name, _): "unknown column \(Phrase.quoted(name))"
        case .doubledColumn(let name): "column \(Phrase.quoted(name)) occurs twice"
        case .missingColumns(let names): "columns are missing: \(names.joined(separator: ", "))"
        case .width(let row, let line, let cells, let headings):
            "row \(row) (line \(line)) has \(cells) cells, the header has \(headings)"
        case .malformed(let failure): failure.told.en
        case .noWorkbookReader: "reading XLSX takes xlsx2csv, which is not on this machine"
        case .unreadableWorkbook(let path): "\(Phrase.quoted(path)) is no workbook that can be read"
        case .undecodable(let encoding, let failure, let line):
            failure.isCut
                ? "the file ends in the middle of a character (line \(line))"
                : "near line \(line), byte \(Phrase.byte(failure.byte)) is not \(encoding.rawValue) (byte \(failure.offset + 1) of the file)"
        }
    }

    var hint: Text? {
        switch self {
        case .noHeader: Text("第一行应为列名", "the first row has the names of the columns")
        case .unknownColumn(_, let suggestions):
            Phrase.didYouMean(suggestions) ?? Text("删去该列，或改成已知的列名", "delete the column or rename it")
        case .doubledColumn: Text("删去其中一列", "delete one of them")
        case .width, .malformed: Text("用电子表格另存为 CSV", "save it as CSV from the spreadsheet again")
        case .undecodable(_, let failure, _) where failure.isCut: Text("文件可能没有传完", "the file may be incomplete")
        case .undecodable: Text("另存为 UTF-8 后再导入", "save it as UTF-8 and import that")
        case .missingColumns: nil
        case .noWorkbookReader: Text("apt-get install xlsx2csv，或另存为 CSV", "apt-get install xlsx2csv, or save it as CSV")
        case .unreadableWorkbook: Text("用电子表格另存为 CSV", "save it as CSV from the spreadsheet")
        }
    }

    static var explanations: [Explanation] {
        [
            Explanation(
                "CLI70",
                "导入文件的第一行是表头；空文件没有表头。",
                "The first row of an import file is its header; an empty file has none."
            ),
            Explanation(
                "CLI71",
                "不认识的列一律拒绝：悄悄忽略它，就会丢掉有人以为已导入的内容。_errors 列除外。",
                "An unknown column is refused: ignoring it would lose what somebody believes to be imported. Only _errors is skipped."
            ),
            Explanation("CLI72", "同一列出现两次，无法知道以哪个为准。", "A column that occurs twice leaves open which one counts."),
            Explanation("CLI73", "必需的列不在表头里。", "A column that the import needs is not in the header."),
            Explanation(
                "CLI74",
                "该行的格数与表头不符，往往是少了引号使内容错位。",
                "A row with another number of cells than the header is usually shifted by a missing quote."
            ),
            Explanation(
                "CLI75",
                "CSV 按 RFC 4180：含逗号、引号、换行的格放在双引号里，引号写两遍。一行最多 1 MiB、1000 格。",
                "CSV is RFC 4180: cells with commas, quotes or line ends stand in double quotes, a quote is doubled. A row has at most 1 MiB and 1,000 cells."
            ),
            Explanation(
                "CLI78",
                "XLSX 工作簿由 Debian 的 xlsx2csv 读出第一张表；日期按显示的样子，被电子表格改成数字的身份证号无法恢复。",
                "The first sheet of an XLSX workbook is read by Debian's xlsx2csv; ids that became numbers cannot be restored."
            ),
            Explanation(
                "CLI76",
                "编码按 BOM、严格的 UTF-8、GB18030 的顺序判断；读不通的字节从不替换。",
                "The encoding is found by byte order mark, strict UTF-8, GB18030, in this order; bytes that cannot be read are never replaced."
            ),
        ]
    }
}

extension CSVReader.Failure: Told {
    var told: Text {
        switch self {
        case .textAfterQuote(let line, let column):
            Text("第 \(line) 行第 \(column) 格：右引号后面还有文字", "line \(line), cell \(column): text after the closing quote")
        case .unterminatedQuote(let line): Text("第 \(line) 行的引号没有闭合", "the quote opened in line \(line) is not closed")
        case .loneCarriageReturn(let line): Text("第 \(line) 行有单独的回车符", "line \(line) has a lone carriage return")
        case .nul(let line): Text("第 \(line) 行有 NUL 字节，不是文本", "line \(line) has a NUL byte: this is not text")
        case .rowTooLong(let line, let limit):
            Text("第 \(line) 行开始的一行超过 \(limit) 字节", "the row of line \(line) is longer than \(limit) bytes")
        case .tooManyColumns(let line, let limit):
            Text("第 \(line) 行超过 \(limit) 格", "line \(line) has more than \(limit) cells")
        }
    }
}
