import Zones

/// What it takes to complete a cohort: one version of a rule that is kept with dates.
///
/// Pure and total: the same function explains one person, a whole cohort, and what would be.
public struct CompletionRule: Sendable, Hashable {
    /// What the share is of.
    public enum Counting: String, Sendable, Hashable, CaseIterable {
        case sessions, hours
    }

    /// The least share of what was held that must be attended, at most 1.
    public let attendedShare: Rate
    public let counts: Counting
    /// Whether an examination must be passed.
    public let needsExamination: Bool
    /// Excused hours above this part of all hours end in dismissal: 7 for officials (more than one seventh); nil: no limit.
    public let leaveOneIn: Int?

    public init(
        attendedShare: Rate,
        counts: Counting = .sessions,
        needsExamination: Bool = false,
        leaveOneIn: Int? = nil
    ) {
        self.attendedShare = attendedShare
        self.counts = counts
        self.needsExamination = needsExamination
        self.leaveOneIn = leaveOneIn
    }

    /// Judges one person by the sessions attended and the sessions recorded, where nothing else counts.
    public func judge(attended: Int, recorded: Int) -> Judgement {
        judge(CompletionFacts(attended: attended, recorded: recorded))
    }

    /// Judges one person.
    public func judge(_ facts: CompletionFacts) -> Judgement {
        guard facts.recorded > 0 else { return Judgement(reasons: [.noSession]) }
        var reasons: [Judgement.Reason] = []
        switch counts {
        case .sessions:
            let needed = needed(of: facts.recorded)
            if facts.attended < needed {
                reasons.append(.attendedTooFew(attended: facts.attended, recorded: facts.recorded, needed: needed))
            }
        case .hours:
            let needed = needed(of: facts.recordedHours)
            if facts.hours < needed {
                reasons.append(.hoursTooFew(hours: facts.hours, recorded: facts.recordedHours, needed: needed))
            }
        }
        if let leaveOneIn, facts.leaveHours * leaveOneIn > facts.recordedHours {
            reasons.append(.leaveTooLong(hours: facts.leaveHours, of: facts.recordedHours, oneIn: leaveOneIn))
        }
        if needsExamination, facts.examination != .passed {
            reasons.append(facts.examination == nil ? .notExamined : .examinationFailed)
        }
        return Judgement(reasons: reasons)
    }

    /// The least number of sessions (or hours) whose share of `recorded` reaches the rule's.
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
        /// Fewer training hours attended than the rule wants.
        case hoursTooFew(hours: Int, recorded: Int, needed: Int)
        /// Excused from more than one part in `oneIn` of all hours.
        case leaveTooLong(hours: Int, of: Int, oneIn: Int)
        /// No result of the examination.
        case notExamined
        case examinationFailed
    }

    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        case completed, failed
    }

    /// Empty for who has completed.
    public let reasons: [Reason]

    public var verdict: Verdict { reasons.isEmpty ? .completed : .failed }
}
