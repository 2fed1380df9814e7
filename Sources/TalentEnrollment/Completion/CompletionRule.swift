import Zones

/// What it takes to complete a cohort: one version of a rule that is kept with dates.
///
/// Pure and total: the same function explains one person, a whole cohort, and what would be.
public struct CompletionRule: Sendable, Hashable {
    /// The least share of recorded sessions that must be attended, at most 1.
    public let attendedShare: Rate

    public init(attendedShare: Rate) {
        self.attendedShare = attendedShare
    }

    /// Judges one person by the sessions attended and the sessions recorded.
    public func judge(attended: Int, recorded: Int) -> Judgement {
        var reasons: [Judgement.Reason] = []
        if recorded == 0 {
            reasons.append(.noSession)
        } else if attended < needed(of: recorded) {
            reasons.append(.attendedTooFew(attended: attended, recorded: recorded, needed: needed(of: recorded)))
        }
        return Judgement(reasons: reasons)
    }

    /// The least number of sessions whose share of `recorded` reaches the rule's.
    public func needed(of recorded: Int) -> Int {
        let whole = Rate.one.partsPerMillion
        return Int((attendedShare.partsPerMillion * Int64(recorded) + whole - 1) / whole)
    }
}

/// What the rule says of one person, with every reason against.
public struct Judgement: Sendable, Hashable {
    /// Why somebody has not completed.
    public enum Reason: Sendable, Hashable {
        /// No session was recorded, so there is nothing to judge by.
        case noSession
        /// Fewer sessions attended than the rule wants.
        case attendedTooFew(attended: Int, recorded: Int, needed: Int)
    }

    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        case completed, failed
    }

    /// Empty for who has completed.
    public let reasons: [Reason]

    public var verdict: Verdict { reasons.isEmpty ? .completed : .failed }
}
