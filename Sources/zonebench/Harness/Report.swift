import Glibc

/// The table that a run prints: each figure with what it is compared with, its bar, and whether it is met.
final class Report {
    private var figures: [Figure] = []
    private var notes: [String] = []
    /// The number of bars that were missed, in all subjects.
    private(set) var missed = 0

    func add(_ figure: Figure) {
        figures.append(figure)
        if figure.isMet == false { missed += 1 }
    }

    /// A line under the table.
    func note(_ text: String) {
        notes.append(text)
    }

    /// What is being done, for whoever waits; only on a terminal.
    func progress(_ text: String) {
        guard isatty(STDERR_FILENO) == 1 else { return }
        Self.complain("\r\u{1B}[K\(text) …")
    }

    /// Writes to standard error.
    static func complain(_ text: String) {
        Array(text.utf8).withUnsafeBytes { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }

    /// The cells that a text takes on a terminal: ideographs take two.
    private static func width(_ text: String) -> Int {
        text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
    }

    /// Prints the subject's table and forgets it.
    func finish(_ subject: Subject) {
        if isatty(STDERR_FILENO) == 1 { Self.complain("\r\u{1B}[K") }
        print("\(subject.name): \(subject.summary)")
        let heading = ["", "ours", "compared with", "theirs", "ratio", "bar", ""]
        let rows =
            [heading]
            + figures.map { figure in
                let verdict = figure.isMet.map { $0 ? "met" : "MISSED" } ?? ""
                return [
                    figure.what, figure.ours, figure.against, figure.theirs, figure.ratio, figure.bar, verdict,
                ]
            }
        let widths = heading.indices.map { column in rows.map { Self.width($0[column]) }.max() ?? 0 }
        for row in rows {
            var line = ""
            for (column, text) in row.enumerated() {
                let padding = String(repeating: " ", count: widths[column] - Self.width(text))
                line += "  " + ([1, 3, 4, 5].contains(column) ? padding + text : text + padding)
            }
            while line.last == " " { line.removeLast() }
            print(line)
        }
        for note in notes { print("  \(note)") }
        print("")
        fflush(nil)
        figures = []
        notes = []
    }
}
