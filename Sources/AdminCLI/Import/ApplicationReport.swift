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

    private var report: SheetReport
    private var entered: [EnrollmentState: Int] = [:]
    private var unchanged = 0

    init(_ report: SheetReport) {
        self.report = report
    }

    /// Takes a row with what was found on reading it and what became of it.
    mutating func add(_ sheet: SheetRow, _ outcome: Outcome?) throws {
        var sheet = sheet
        switch outcome {
        case .imported(.entered(let state, let code)):
            entered[state, default: 0] += 1
            report.list(sheet, state.rawValue, code)
        case .imported(.unchanged(let code)), .unchanged(let code):
            unchanged += 1
            report.list(sheet, "unchanged", code)
        case .imported(.refused(let rejection)): sheet.refuse("name", rejection)
        case .conflict(let code): sheet.refuse("id_number", SheetFault.conflict(code: code))
        case .alike(let code): sheet.refuse("name", SheetFault.alike(code: code))
        case nil: break
        }
        try report.add(sheet)
    }

    func finish() throws { try report.finish() }

    /// The rows, the counts, and an exit code that says whether rows were refused.
    var output: Output {
        let total = entered.values.reduce(0, +)
        let waiting = entered[.waitlisted] ?? 0
        let isSame = total == 0 && report.refused == 0
        return report.output(
            Text(
                "新增 \(total)（其中候补 \(waiting)），已有 \(unchanged)，退回 \(report.refused)"
                    + (isSame ? "；与上次相同，没有改动" : ""),
                "\(total) added (\(waiting) of them to the queue), \(unchanged) known already, \(report.refused) refused"
                    + (isSame ? "; as before, nothing changed" : "")
            )
        )
    }
}
