/// A table for a terminal, padded by display width. The widths are those of the first rows; later ones may overflow, so
/// that a long list starts at once and memory stays flat.
struct TableWriter: RowWriter {
    private static let sample = 500

    let sink: ByteSink
    let language: Language
    let hasColor: Bool
    private var columns: [Column] = []
    private var waiting: [[String]] = []
    private var widths: [Int]?

    init(sink: ByteSink, language: Language, hasColor: Bool) {
        self.sink = sink
        self.language = language
        self.hasColor = hasColor
    }

    mutating func begin(_ columns: [Column]) {
        self.columns = columns
        waiting = []
        widths = nil
    }

    mutating func row(_ cells: [Cell]) throws {
        let shown = cells.map { $0.shown(language) }
        if let widths { return try write(shown, widths) }
        waiting.append(shown)
        if waiting.count == Self.sample { try settle() }
    }

    mutating func end() throws {
        if widths == nil, !waiting.isEmpty { try settle() }
    }

    func line(_ text: String) throws { try sink.write(TerminalText.escaped(text) + "\n") }

    func document(_ text: String) throws { try sink.write(text) }

    func picture(_ lines: (Language) -> [String]) throws -> Bool {
        for text in lines(language) { try line(text) }
        return true
    }

    private mutating func settle() throws {
        let headings = columns.map { $0.heading[language] }
        var widths = headings.map(DisplayWidth.of)
        for row in waiting {
            for (position, text) in row.enumerated() where position < widths.count {
                widths[position] = max(widths[position], DisplayWidth.of(text))
            }
        }
        self.widths = widths
        if hasColor { try sink.write("\u{1B}[1m") }
        try write(headings, widths)
        if hasColor { try sink.write("\u{1B}[0m") }
        for row in waiting { try write(row, widths) }
        waiting = []
    }

    private func write(_ row: [String], _ widths: [Int]) throws {
        var line = ""
        for (position, text) in row.enumerated() {
            if position > 0 { line += "  " }
            let width = position < widths.count ? widths[position] : 0
            let padding = String(repeating: " ", count: max(0, width - DisplayWidth.of(text)))
            let alignsRight = position < columns.count && columns[position].kind.alignsRight
            if alignsRight { line += padding + text } else { line += text + (position == row.count - 1 ? "" : padding) }
        }
        try sink.write(line + "\n")
    }
}
