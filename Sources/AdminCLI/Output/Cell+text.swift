extension Cell {
    /// The value in its one machine form; nil for a missing one.
    var machineText: String? {
        switch self {
        case .null: nil
        case .text(let text), .code(let text): text
        case .integer(let value): String(value)
        case .money(let money): money.description
        case .rate(let rate): rate.description
        case .day(let day): day.description
        case .instant(let instant): instant.description
        case .flag(let flag): flag ? "true" : "false"
        case .json(let value): value.text
        case .told(let sentence): sentence.zh
        }
    }

    /// The same cell with a sentence in one language.
    func resolved(_ language: Language) -> Cell {
        if case .told(let sentence) = self { return .text(sentence[language]) }
        return self
    }

    /// The value for a person at a terminal.
    func shown(_ language: Language) -> String {
        switch self {
        case .flag(true): Text("是", "yes")[language]
        case .flag(false): Text("否", "no")[language]
        case .instant(let instant): "\(instant.day) \(instant.timeOfDay)"
        default: TerminalText.escaped(machineText ?? "")
        }
    }

    /// True for texts that people typed, which a spreadsheet could take for a formula.
    var isText: Bool {
        switch self {
        case .text, .code, .json, .told: true
        case .null, .integer, .money, .rate, .day, .instant, .flag: false
        }
    }
}

extension Column.Kind {
    /// True for numbers, which a table aligns to the right.
    var alignsRight: Bool {
        switch self {
        case .integer, .money, .rate: true
        case .text, .code, .day, .instant, .flag: false
        }
    }

    /// The cell for a column of a verb's answer, which the server returned as text.
    func cell(_ text: String?) -> Cell {
        guard let text else { return .null }
        switch self {
        case .code: return .code(text)
        case .integer: return Int64(text).map(Cell.integer) ?? .text(text)
        case .flag: return .flag(text == "true" || text == "t")
        case .text, .money, .rate, .day, .instant: return .text(text)
        }
    }
}
