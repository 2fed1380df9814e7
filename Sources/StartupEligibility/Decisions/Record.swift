import Zones

extension Answer {
    /// The decision as text, the same for the same input, version and day: what replay compares byte for byte.
    public var record: String {
        Self.record(rules, decision, awards)
    }

    static func record(_ rules: Rulebook, _ decision: Decision, _ awards: [Award]) -> String {
        var lines = [
            "policy \(rules.version.policy) version \(rules.version.code)",
            "day \(decision.day) verdict \(decision.verdict.word) in force \(decision.inForce.word)",
        ]
        for (index, clause) in rules.version.clauses.enumerated() {
            lines.append("clause \(clause.code) \(decision.outcome(index).word)")
        }
        for window in decision.windows { lines.append("window \(window.from) \(window.until?.description ?? "-")") }
        for award in awards {
            var line = "benefit \(award.benefit.code) \(award.outcome.word) \(award.amount.text)"
            if let interest = award.interest {
                line +=
                    " rate \(interest.rate?.description ?? "-") subsidised \(interest.subsidised?.description ?? "-")"
            }
            lines.append(line)
        }
        return lines.joined(separator: "\n")
    }
}

extension Rulebook {
    /// The clause without which the answer would be yes, when there is exactly one such and the rest is yes.
    func nearClause(_ decision: Decision) -> String? {
        guard decision.verdict == .no, decision.inForce == .yes else { return nil }
        let era = era(on: Int64(decision.day.daysSinceEpoch2000))
        var failing: UInt64?
        for alternatives in era.groups where !alternatives.contains(where: { decision.yes & $0 == $0 }) {
            // The nearest alternative of a group that fails: all of its clauses but one.
            guard failing == nil, let mask = alternatives.first(where: { ($0 & ~decision.yes).nonzeroBitCount == 1 })
            else { return nil }
            failing = mask & ~decision.yes
        }
        return failing.map { era.clauses[$0.trailingZeroBitCount].clause.code }
    }
}
