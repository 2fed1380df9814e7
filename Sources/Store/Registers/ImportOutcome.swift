/// What became of one row of an imported file.
public enum ImportOutcome: Sendable, Hashable {
    /// A new record under this code.
    case added(code: String)
    /// The same record was there already.
    case unchanged(code: String)
    /// A record with the same number but another name is there; it was not overwritten.
    case conflict(code: String)

    /// The outcomes as an import verb of any module answers them.
    public static func decode(_ columns: [String?]) throws(AnswerFault) -> [ImportOutcome] {
        var outcomes: [ImportOutcome] = []
        for position in columns.indices {
            let text = try columns.column(position)
            let code = String(text.drop { $0 != ":" }.dropFirst())
            switch text.prefix(while: { $0 != ":" }) {
            case "added": outcomes.append(.added(code: code))
            case "unchanged": outcomes.append(.unchanged(code: code))
            case "conflict": outcomes.append(.conflict(code: code))
            default: throw AnswerFault(columns)
            }
        }
        return outcomes
    }
}
