/// What an import tells of its rows: every bad cell, what was mended, on request what went well; bad rows go to the rejects
/// file at once.
struct SheetReport {
    static let columns = [
        Column("row", "行号", "row", .integer), Column("outcome", "结果", "outcome"), Column("code", "编号", "code", .code),
        Column("column", "列", "column"), Column("error", "错误代码", "error"), Column("message", "说明", "message"),
    ]

    private let rejects: RejectsFile
    private let writesRejects: Bool
    private let listsAll: Bool
    private let language: Language
    private(set) var rows: [[Cell]] = []
    private(set) var refused = 0

    init(rejects: RejectsFile, writesRejects: Bool, listsAll: Bool, language: Language) {
        self.rejects = rejects
        self.writesRejects = writesRejects
        self.listsAll = listsAll
        self.language = language
    }

    /// Takes a row with what was found about it.
    mutating func add(_ sheet: SheetRow) throws {
        for finding in sheet.findings where finding.code != nil || sheet.isFit {
            rows.append([
                .integer(sheet.row.number), finding.code == nil ? "mended" : "refused", nil, .text(finding.heading),
                .optional(finding.code), .text(finding.text[language]),
            ])
        }
        guard !sheet.isFit else { return }
        refused += 1
        if writesRejects { try rejects.add(sheet.row, errors: sheet.errors(language)) }
    }

    /// Lists a row that went well, if that was asked for.
    mutating func list(_ sheet: SheetRow, _ outcome: String, _ code: String) {
        guard listsAll else { return }
        rows.append([.integer(sheet.row.number), .text(outcome), .code(code), nil, nil, nil])
    }

    func finish() throws { try rejects.finish() }

    /// The rows, `counts` with where the refused rows are, and an exit code that says whether there are any.
    func output(_ counts: Text) -> Output {
        let place = writesRejects && refused > 0 ? rejects.path : nil
        let output = Output.rows(rows).noting(
            counts.zh + (place.map { "；退回行写在 \($0)，改好后可再导入" } ?? ""),
            counts.en + (place.map { "; refused rows are in \($0), to be mended and imported again" } ?? "")
        )
        return refused == 0 ? output : output.exiting(.someRefused)
    }
}
