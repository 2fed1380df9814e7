import Store
import Zones

/// Imports the fit rows of a sheet in one verb, and reports all others in one run.
struct SheetImport<Record> {
    /// The sheet's rows that became records, and those that did not.
    private(set) var fit: [(sheet: SheetRow, record: Record, number: String?)] = []
    private(set) var unfit: [SheetRow] = []
    private(set) var mended: [SheetRow] = []

    static var outputColumns: [Column] {
        [
            Column("row", "行号", .integer), Column("outcome", "结果"), Column("code", "编号", .code),
            Column("column", "列"), Column("error", "错误代码"), Column("message", "说明"),
        ]
    }

    /// Reads all rows.
    ///
    /// - Parameters:
    ///   - number: what may occur once in a file, such as the id number; nil for a record without one
    init(
        _ table: ImportTable,
        key: String,
        number: (Record) -> String?,
        _ read: (inout SheetRow) throws -> Record?
    ) throws {
        var firstRows: [String: Int] = [:]
        var doubled: [String: Int] = [:]
        try table.forEach { row in
            var sheet = SheetRow(row)
            guard let record = try read(&sheet) else {
                unfit.append(sheet)
                return
            }
            let number = number(record)
            if let number {
                if firstRows[number] != nil { doubled[number] = row.number } else { firstRows[number] = row.number }
            }
            if !sheet.findings.isEmpty { mended.append(sheet) }
            fit.append((sheet, record, number))
        }
        for index in fit.indices {
            guard let number = fit[index].number, let second = doubled[number], let first = firstRows[number] else {
                continue
            }
            fit[index].sheet.refuse(key, SheetFault.doubled(firstRow: first, row: second))
        }
        unfit += fit.filter { !$0.sheet.isFit }.map(\.sheet)
        fit.removeAll { !$0.sheet.isFit }
        unfit.sort { $0.row.number < $1.row.number }
    }

    /// Writes the rejects, and shapes what an import answers.
    func report(
        _ outcomes: [ImportOutcome],
        key: String,
        all: Bool,
        rejects: RejectsFile,
        isDryRun: Bool,
        _ language: Language
    ) throws -> Output {
        var rows: [(Int, [Cell])] = []
        var counts = (added: 0, unchanged: 0, conflicts: 0)
        var refused = unfit
        for (item, outcome) in zip(fit, outcomes) {
            let number = item.sheet.row.number
            switch outcome {
            case .added(let code):
                counts.added += 1
                if all { rows.append((number, [.integer(number), "added", .code(code), nil, nil, nil])) }
            case .unchanged(let code):
                counts.unchanged += 1
                if all { rows.append((number, [.integer(number), "unchanged", .code(code), nil, nil, nil])) }
            case .conflict(let code):
                counts.conflicts += 1
                var sheet = item.sheet
                sheet.refuse(key, SheetFault.conflict(code: code))
                refused.append(sheet)
            }
        }
        for sheet in refused + mended {
            for finding in sheet.findings where finding.code != nil || sheet.isFit {
                let outcome: Cell = finding.code == nil ? "mended" : "refused"
                rows.append(
                    (
                        sheet.row.number,
                        [
                            .integer(sheet.row.number), outcome, nil, .text(finding.heading), .optional(finding.code),
                            .text(finding.text[language]),
                        ]
                    )
                )
            }
        }
        if !isDryRun {
            for sheet in refused.sorted(by: { $0.row.number < $1.row.number }) {
                try rejects.add(sheet.row, errors: sheet.errors(language))
            }
            try rejects.finish()
        }
        let place = rejects.path.map {
            Text("；退回行写在 \($0)，改好后可再导入", "; refused rows are in \($0), to be mended and imported again")
        }
        let output = Output.rows(rows.sorted { $0.0 < $1.0 }.map(\.1))
            .noting(
                "新增 \(counts.added)，已有 \(counts.unchanged)，退回 \(refused.count)\(place?.zh ?? "")",
                "\(counts.added) added, \(counts.unchanged) known already, \(refused.count) refused\(place?.en ?? "")"
            )
        return refused.isEmpty ? output : output.exiting(.someRefused)
    }
}
