import Zones

/// A step of a case that needs other eyes than those that entered it.
public struct Review: Sendable, Hashable {
    public enum Outcome: String, Sendable, Hashable, CaseIterable {
        case approved
        case refused
        case returned
    }

    public let step: String
    public let enteredBy: String
    public let reviewedBy: String
    public let outcome: Outcome
    public let reason: String?

    /// A review by `reviewer` of what `author` entered, after the reviews `earlier` of the same case.
    ///
    /// - Throws: every rule of four eyes that it breaks, the first one: own entry, second step by one person, step taken
    ///   before, refusal or return without a reason. The store's constraints hold the same against every other writer.
    public init(
        step: String,
        enteredBy author: String,
        reviewedBy reviewer: String,
        outcome: Outcome,
        reason: String?,
        after earlier: [Review]
    ) throws(Refusal) {
        guard reviewer != author else { throw .ownEntry }
        guard !earlier.contains(where: { $0.step == step }) else { throw .stepTaken }
        guard !earlier.contains(where: { $0.reviewedBy == reviewer }) else { throw .secondStepByOnePerson }
        guard outcome == .approved || !(reason ?? "").isEmpty else { throw .reasonMissing }
        self.step = step
        self.enteredBy = author
        self.reviewedBy = reviewer
        self.outcome = outcome
        self.reason = reason
    }

    public enum Refusal: Error, Sendable, Hashable, CaseIterable {
        case ownEntry
        case secondStepByOnePerson
        case stepTaken
        case reasonMissing
    }
}
