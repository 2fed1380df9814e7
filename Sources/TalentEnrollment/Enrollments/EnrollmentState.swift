/// Where an enrollment stands. `next` is the whole machine; the same table stands in `enrollment.transition`, and a test
/// compares the two.
public enum EnrollmentState: String, Sendable, Hashable, CaseIterable {
    /// In the queue, with a number.
    case waitlisted
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
        case promote, withdraw, complete, fail
    }

    /// The state after a step; nil where the step does not exist.
    public func next(_ step: Step) -> EnrollmentState? {
        switch (self, step) {
        case (.waitlisted, .promote): .enrolled
        case (.waitlisted, .withdraw), (.enrolled, .withdraw): .withdrawn
        case (.enrolled, .complete), (.failed, .complete): .completed
        case (.enrolled, .fail), (.failed, .fail): .failed
        default: nil
        }
    }

    /// Whether it counts against the cohort's capacity.
    public var holdsSeat: Bool {
        switch self {
        case .enrolled, .completed, .failed: true
        case .waitlisted, .withdrawn: false
        }
    }
}
