import StartupEligibility

/// What an import of facts tells, with its counts.
struct FactReport {
    private var report: SheetReport
    private var added = 0
    private var unchanged = 0

    init(_ report: SheetReport) {
        self.report = report
    }

    /// Takes a row with what was found on reading it and what became of it.
    mutating func add(_ sheet: SheetRow, _ outcome: FactStore.Imported?) throws {
        var sheet = sheet
        switch outcome {
        case .added(let code):
            added += 1
            report.list(sheet, "added", code)
        case .unchanged(let code):
            unchanged += 1
            report.list(sheet, "unchanged", code)
        case .conflict(let code): sheet.refuse("id_number", SheetFault.conflict(code: code))
        case .unknown: sheet.refuse("_", SheetFault.unknownSubject)
        case nil: break
        }
        try report.add(sheet)
    }

    func finish() throws { try report.finish() }

    /// The rows, the counts, and an exit code that says whether rows were refused.
    var output: Output {
        let isSame = added == 0 && report.refused == 0
        return report.output(
            Text(
                "新增 \(added) 行，已有 \(unchanged)，退回 \(report.refused)" + (isSame ? "；与上次相同，没有改动" : ""),
                "\(added) rows added, \(unchanged) known already, \(report.refused) refused"
                    + (isSame ? "; as before, nothing changed" : "")
            )
        )
    }
}
