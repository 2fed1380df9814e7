import Zones

/// What reading one row of a sheet found besides its values.
struct SheetRow {
    /// One cell that was mended, or that makes the row unfit.
    struct Finding {
        let heading: String
        /// Nil for a cell that was mended.
        let code: String?
        let text: Text
    }

    let row: ImportRow
    private(set) var findings: [Finding] = []

    init(_ row: ImportRow) {
        self.row = row
    }

    var isFit: Bool { findings.allSatisfy { $0.code == nil } }

    /// The errors as the rejects file writes them.
    func errors(_ language: Language) -> [String] {
        findings.filter { $0.code != nil }.map { "\($0.heading)[\($0.code ?? "")]: \($0.text[language])" }
    }

    /// Notes that a row is unfit.
    mutating func refuse(_ column: String, _ fault: any Explained) {
        let hint = fault.hint.map { (zh: "；\($0.zh)", en: "; \($0.en)") }
        findings.append(
            Finding(
                heading: heading(column),
                code: fault.code,
                text: Text(fault.zh + (hint?.zh ?? ""), fault.en + (hint?.en ?? ""))
            )
        )
    }

    /// Reads a cell leniently: what was changed becomes a note, a refusal makes the row unfit. Nil for an empty cell.
    mutating func read<Value, Warning, Refusal: Error>(
        _ column: String,
        _ parse: (String) throws(Refusal) -> Noted<Value, Warning>,
        refusedAs fault: (String, Refusal) -> any Explained
    ) -> Value? {
        guard let cell = row[column] else { return nil }
        do throws(Refusal) {
            let noted = try parse(cell)
            if !noted.warnings.isEmpty {
                let words = noted.warnings.map { "\($0)" }.joined(separator: ", ")
                findings.append(
                    Finding(heading: heading(column), code: nil, text: Text("已规范（\(words)）", "mended (\(words))"))
                )
            }
            return noted.value
        } catch {
            refuse(column, fault(cell, error))
            return nil
        }
    }

    private func heading(_ column: String) -> String {
        row.columns.headingOf[column] ?? column
    }
}
