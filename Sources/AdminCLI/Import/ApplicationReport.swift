import TalentEnrollment

/// What an import of applicants tells: every bad cell of every row, what was mended, and the counts; bad rows go to the
/// rejects file at once.
struct ApplicationReport {
    /// What the store made of a row that could be read.
    enum Outcome {
        case imported(ApplicationStore.Imported)
        case unchanged(String)
        /// The number belongs to this record under another name.
        case conflict(String)
        /// A record of the same name, birth date and phone, without a number that would decide.
        case alike(String)
    }

    private let rejects: RejectsFile
    private let writesRejects: Bool
    private let listsAll: Bool
    private let language: Language
    private var rows: [[Cell]] = []
    private var entered: [EnrollmentState: Int] = [:]
    private var unchanged = 0
    private var refused = 0

    init(rejects: RejectsFile, writesRejects: Bool, listsAll: Bool, language: Language) {
        self.rejects = rejects
        self.writesRejects = writesRejects
        self.listsAll = listsAll
        self.language = language
    }

    /// Takes a row with what was found on reading it and what became of it.
    mutating func add(_ sheet: SheetRow, _ outcome: Outcome?) throws {
        var sheet = sheet
        switch outcome {
        case .imported(.entered(let state, let code)):
            entered[state, default: 0] += 1
            list(sheet, state.rawValue, code)
        case .imported(.unchanged(let code)), .unchanged(let code):
            unchanged += 1
            list(sheet, "unchanged", code)
        case .imported(.refused(let rejection)): sheet.refuse("name", rejection)
        case .conflict(let code): sheet.refuse("id_number", SheetFault.conflict(code: code))
        case .alike(let code): sheet.refuse("name", SheetFault.alike(code: code))
        case nil: break
        }
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

    private mutating func list(_ sheet: SheetRow, _ outcome: String, _ code: String) {
        guard listsAll else { return }
        rows.append([.integer(sheet.row.number), .text(outcome), .code(code), nil, nil, nil])
    }

    func finish() throws { try rejects.finish() }

    /// The rows, the counts, and an exit code that says whether rows were refused.
    var output: Output {
        let place = writesRejects && refused > 0 ? rejects.path : nil
        let total = entered.values.reduce(0, +)
        let waiting = entered[.waitlisted] ?? 0
        let output = Output.rows(rows).noting(
            "新增 \(total)（其中候补 \(waiting)），已有 \(unchanged)，退回 \(refused)"
                + (total == 0 && refused == 0 ? "；与上次相同，没有改动" : "")
                + (place.map { "；退回行写在 \($0)，改好后可再导入" } ?? ""),
            "\(total) added (\(waiting) of them to the queue), \(unchanged) known already, \(refused) refused"
                + (total == 0 && refused == 0 ? "; as before, nothing changed" : "")
                + (place.map { "; refused rows are in \($0), to be mended and imported again" } ?? "")
        )
        return refused == 0 ? output : output.exiting(.someRefused)
    }
}
