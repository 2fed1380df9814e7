import Store

/// What became of one person of a queue when seats were given on.
public struct WaitlistOutcome: Sendable, Hashable {
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Got a seat, or an offer of one.
        case promoted
        /// The queue went on without this person, who keeps the number; the obstacle says why.
        case passedOver = "passed_over"
        /// Waits again: what kept the person out is gone.
        case returned
        /// The offer ended without an answer.
        case expired
    }

    public let kind: Kind
    public let enrollment: String
    /// Why somebody was passed over.
    public let obstacle: Obstacle?
    /// The last day of an offer that has ended.
    public let lastDay: String?

    /// Outcome, code, reason, three by three.
    static func decode(_ columns: [String?]) throws(AnswerFault) -> [WaitlistOutcome] {
        guard columns.count.isMultiple(of: 3) else { throw AnswerFault(columns) }
        var outcomes: [WaitlistOutcome] = []
        for position in stride(from: 0, to: columns.count, by: 3) {
            guard let kind = Kind(rawValue: try columns.column(position)) else { throw AnswerFault(columns) }
            let reason = columns[position + 2]
            outcomes.append(
                WaitlistOutcome(
                    kind: kind,
                    enrollment: try columns.column(position + 1),
                    obstacle: kind == .passedOver ? reason.map(Obstacle.init(stored:)) : nil,
                    lastDay: kind == .expired ? reason : nil
                )
            )
        }
        return outcomes
    }
}
