/// Where an enrollment stands. `next` is the whole machine; the same table stands in `enrollment.transition`, and a test
/// compares the two.
public enum EnrollmentState: String, Sendable, Hashable, CaseIterable {
    /// On a list that is decided later, by score or draw.
    case applied
    /// One or both reviewers have given their score.
    case underReview = "under_review"
    /// Has a seat, and has yet to say yes.
    case admitted
    /// In the queue, with a number.
    case waitlisted
    /// Was turned down; may apply again.
    case rejected
    /// Has a seat.
    case enrolled
    /// Left the queue or gave the seat back.
    case withdrawn
    /// Met the completion rule.
    case completed
    /// Did not meet it; a later evaluation may find otherwise.
    case failed

    /// What is done to an enrollment.
    public enum Step: String, Sendable, Hashable, CaseIterable {
        case review, admit, queue, reject, confirm, decline, expire, promote, offer, withdraw, transfer, complete, fail
        case reinstate, requeue
    }

    /// The state after a step; nil where the step does not exist.
    public func next(_ step: Step) -> EnrollmentState? {
        switch (self, step) {
        case (.applied, .review), (.underReview, .review): .underReview
        case (.applied, .admit), (.underReview, .admit): .admitted
        case (.applied, .queue), (.underReview, .queue): .waitlisted
        case (.applied, .reject), (.underReview, .reject): .rejected
        case (.applied, .withdraw), (.underReview, .withdraw): .withdrawn
        case (.admitted, .confirm): .enrolled
        case (.admitted, .decline), (.admitted, .expire), (.admitted, .withdraw): .withdrawn
        case (.waitlisted, .promote): .enrolled
        case (.waitlisted, .offer): .admitted
        case (.waitlisted, .decline), (.waitlisted, .withdraw): .withdrawn
        case (.enrolled, .withdraw): .withdrawn
        case (.enrolled, .transfer): .enrolled
        case (.enrolled, .complete), (.failed, .complete): .completed
        case (.enrolled, .fail), (.failed, .fail): .failed
        case (.withdrawn, .reinstate): .enrolled
        case (.withdrawn, .requeue): .waitlisted
        default: nil
        }
    }

    /// Whether it counts against the cohort's capacity.
    public var holdsSeat: Bool {
        switch self {
        case .admitted, .enrolled, .completed, .failed: true
        case .applied, .underReview, .waitlisted, .rejected, .withdrawn: false
        }
    }
}
