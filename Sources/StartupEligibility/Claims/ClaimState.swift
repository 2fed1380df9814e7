import Store

/// Where a claim stands.
public enum ClaimState: String, Sendable, Hashable, CaseIterable {
    case draft, submitted, received, returned, refused, withdrawn, lapsed, rechecked, approved, paid
    case inReview = "in_review"
    case inNotice = "in_notice"
    case inPayment = "in_payment"
    case clawedBack = "clawed_back"

    /// Whether somebody still has to do something, or money to move.
    public var isOpen: Bool {
        switch self {
        case .paid, .refused, .withdrawn, .lapsed, .clawedBack: false
        default: true
        }
    }

    /// The state after an act; nil where the act is not allowed. The store has the same table.
    public func next(_ act: ClaimAct) -> ClaimState? {
        switch (self, act) {
        case (.draft, .submit), (.returned, .submit): .submitted
        case (.submitted, .receive): .received
        case (.submitted, .return), (.received, .return), (.inReview, .return), (.rechecked, .return),
            (.inNotice, .return):
            .returned
        case (.received, .review), (.inReview, .review): .inReview
        case (.received, .recheck), (.inReview, .recheck): .rechecked
        case (.rechecked, .publish): .inNotice
        case (.rechecked, .approve), (.inNotice, .approve): .approved
        case (.submitted, .refuse), (.received, .refuse), (.inReview, .refuse), (.rechecked, .refuse),
            (.inNotice, .refuse):
            .refused
        case (.draft, .withdraw), (.submitted, .withdraw), (.received, .withdraw), (.returned, .withdraw),
            (.inReview, .withdraw), (.rechecked, .withdraw), (.inNotice, .withdraw), (.approved, .withdraw):
            .withdrawn
        case (.returned, .lapse), (.received, .lapse), (.inReview, .lapse), (.rechecked, .lapse), (.inNotice, .lapse),
            (.approved, .lapse):
            .lapsed
        case (.approved, .batch), (.paid, .bounce): .inPayment
        case (.inPayment, .unbatch): .approved
        case (.inPayment, .pay): .paid
        case (.paid, .clawBack): .clawedBack
        default: nil
        }
    }
}

/// What can be done with a claim that changes its state.
public enum ClaimAct: String, Sendable, Hashable, CaseIterable {
    case submit, receive, review, recheck, publish, approve, refuse, withdraw, lapse, batch, unbatch, pay, bounce
    case `return`
    case clawBack = "claw_back"
}

extension ClaimState: PostgresText {}
