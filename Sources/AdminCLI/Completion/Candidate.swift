/// One way to go on with the word before the cursor.
struct Candidate: Hashable {
    /// The whole word.
    let text: String
    /// What it means, where that is known.
    let meaning: Text?
    /// True if the word is not finished with it: `--zone=`.
    var isOpen = false

    init(_ text: String, _ meaning: Text? = nil, isOpen: Bool = false) {
        self.text = text
        self.meaning = meaning
        self.isOpen = isOpen
    }
}

/// What can follow.
enum Completions {
    case words([Candidate])
    /// The names of files, which the shell knows best.
    case files
}

/// Candidates side by side, as a terminal shows them.
struct CandidateList {
    let lines: [String]

    /// - Parameter width: columns of the terminal
    init(_ candidates: [Candidate], width: Int) {
        let texts = candidates.map { TerminalText.escaped($0.text) }
        let column = (texts.map(DisplayWidth.of).max() ?? 0) + 2
        let perLine = max(1, width / column)
        let rows = (texts.count + perLine - 1) / perLine
        lines = (0..<rows).map { row in
            var line = ""
            for position in stride(from: row, to: texts.count, by: rows) {
                line += texts[position] + String(repeating: " ", count: column - DisplayWidth.of(texts[position]))
            }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}
