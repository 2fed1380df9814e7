import Store

/// Where a handoff stands. `next` is the whole machine; the same table stands in `handoff.rule`, and a test compares the
/// two.
public enum HandoffState: String, Sendable, Hashable, CaseIterable {
    /// Being written by the sender.
    case draft
    /// Asked for by the receiver.
    case requested
    /// Waits for the receiver's answer.
    case offered
    /// Waits for the sender's answer to a question.
    case query
    /// Waits for the sender's answer to other terms.
    case countered
    /// The receiver holds the project.
    case accepted
    /// The project has landed at the receiver.
    case landed
    /// The credit is settled.
    case settled
    /// An acceptance that was undone.
    case corrected
    case rejected, withdrawn
    /// Nobody answered in time.
    case expired

    /// What is done to a handoff; forestalled is what another zone of the same round accepted first.
    public enum Action: String, Sendable, Hashable, CaseIterable {
        case request, offer, ask, answer, counter, agree, accept, reject, withdraw, forestall, lapse, land, settle,
            correct
    }

    /// Who may do it.
    public enum Side: String, Sendable, Hashable, CaseIterable {
        case sender, receiver, clock
        case jointOffice = "joint_office"
    }

    /// The state after an action, and whose action it is; nil where there is no such step.
    public func next(_ action: Action) -> (state: HandoffState, side: Side)? {
        switch (self, action) {
        case (.draft, .request): (.requested, .receiver)
        case (.draft, .offer), (.requested, .offer): (.offered, .sender)
        case (.requested, .reject): (.rejected, .sender)
        case (.requested, .withdraw): (.withdrawn, .receiver)
        case (.offered, .ask): (.query, .receiver)
        case (.query, .answer), (.countered, .agree): (.offered, .sender)
        case (.offered, .counter): (.countered, .receiver)
        case (.offered, .accept): (.accepted, .receiver)
        case (.offered, .reject), (.query, .reject), (.countered, .reject): (.rejected, .receiver)
        case (.draft, .withdraw), (.offered, .withdraw), (.query, .withdraw), (.countered, .withdraw):
            (.withdrawn, .sender)
        case (.offered, .forestall), (.query, .forestall), (.countered, .forestall): (.withdrawn, .clock)
        case (.requested, .lapse), (.offered, .lapse), (.query, .lapse), (.countered, .lapse): (.expired, .clock)
        case (.accepted, .land): (.landed, .receiver)
        case (.landed, .settle): (.settled, .jointOffice)
        case (.accepted, .correct), (.landed, .correct): (.corrected, .jointOffice)
        default: nil
        }
    }

    /// Whether somebody is waited for; a part is on offer in one round at most.
    public var isOpen: Bool {
        switch self {
        case .draft, .requested, .offered, .query, .countered: true
        case .accepted, .landed, .settled, .corrected, .rejected, .withdrawn, .expired: false
        }
    }
}

extension HandoffState: PostgresText {}
