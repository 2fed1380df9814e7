import Store
import Zones

/// The reviewer's desk: what waits for whoever is logged in, the oldest due first.
public enum ClaimDesk {
    /// A claim that waits, with the act that it waits for.
    public struct Entry: Sendable {
        public let claim: Claim
        public let act: ClaimAct
        public let assessment: ClaimAssessment
    }

    /// Everything that the login may act on: nothing that it entered, and no second review of a claim.
    ///
    /// - Parameters:
    ///   - act: only what waits for this act
    ///   - policy: only claims under this policy
    public static func queue(_ session: Session, act: ClaimAct? = nil, policy: Code? = nil) throws -> [Entry] {
        let login = session.login
        let today = session.today
        let waiting = try ClaimStore.underReview(session, policy: policy).filter { claim in
            guard let next = claim.act(on: today) else { return false }
            return claim.isOpen(to: login, for: next) && (act == nil || next == act)
        }
        guard !waiting.isEmpty else { return [] }
        return try ClaimAssessor(session, policy: policy).assess(waiting).compactMap { assessment in
            assessment.claim.act(on: today).map { Entry(claim: assessment.claim, act: $0, assessment: assessment) }
        }
    }

    /// What of it can be decided together: every fact from registers.
    public static func batch(_ session: Session, act: ClaimAct?, policy: Code?) throws -> [Entry] {
        try queue(session, act: act, policy: policy).filter(\.assessment.isPlain)
    }

    /// The verb of an entry's act.
    public static func verb(_ entry: Entry) throws(ClaimRejection) -> Verb<ClaimStore.Moved> {
        switch entry.act {
        case .recheck: try ClaimStore.recheck(entry.assessment)
        case .approve: try ClaimStore.approve(entry.assessment)
        case .publish: ClaimStore.publish(entry.claim.code)
        default: ClaimStore.review(entry.claim.code)
        }
    }

    /// What became of one claim of a batch.
    public struct Outcome: Sendable {
        public let entry: Entry
        /// A failure is a rejection; every other error ends the batch.
        public let result: Result<ClaimStore.Moved, any Error>
    }

    /// Takes one act for all claims that can be decided together, each under a request of its own and each for itself:
    /// one that is refused holds up no other. In the transaction that is open.
    public static func act(
        _ session: Session,
        _ act: ClaimAct,
        policy: Code?,
        as request: Request
    ) throws -> [Outcome] {
        var outcomes: [Outcome] = []
        for (number, entry) in try batch(session, act: act, policy: policy).enumerated() {
            let result: Result<ClaimStore.Moved, any Error>
            do {
                let verb = try verb(entry)
                result = .success(try session.attempt { try $0.perform(verb, as: request.part(number + 1)) })
            } catch let rejection as any Rejection {
                result = .failure(rejection)
            }
            outcomes.append(Outcome(entry: entry, result: result))
        }
        return outcomes
    }
}
