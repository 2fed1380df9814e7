import Zones

/// A claim as its zone sees it, with everything that its next step needs.
public struct Claim: Sendable, Hashable {
    public let code: Code
    public let state: ClaimState
    /// The person, or the organization that applies itself.
    public let applicant: Code
    public let name: String
    public let policy: Code
    public let policyTitle: Bilingual
    public let version: Code
    public let benefit: String
    public let benefitName: Bilingual
    /// What was granted; nil before the money is reserved.
    public let granted: Money?
    /// The day on which it was made: windows are judged by it.
    public let appliedOn: Day?
    public let receivedOn: Day?
    /// Received because nobody told in time what was missing; of a claim that nobody touched since, too.
    public let isDeemed: Bool
    public let publishedOn: Day?
    public let noticeUntil: Day?
    public let closedOn: Day?
    /// The decision that it rests on.
    public let decision: Code
    /// Counts submissions.
    public let round: Int
    public let enteredBy: [String]
    /// Who took a review in this round.
    public let reviewedBy: [String]
    public let step: Step?
    /// The day of the clock that runs.
    public let dueOn: Day?
    /// Documents that are neither there nor promised.
    public let missing: [String]
    /// The first day on which a promised document is due that is not there.
    public let promisedUntil: Day?
    /// Objections that are open or were upheld.
    public let standingObjections: Int
    /// Whether the policy has a public notice.
    public let isPublished: Bool

    /// A text in both languages of the program.
    public struct Bilingual: Sendable, Hashable {
        public let zh: String
        public let en: String
    }

    /// The review whose turn it is.
    public struct Step: Sendable, Hashable {
        public let code: String
        /// `review`, or `recheck` for the last one, at which the money is reserved.
        public let kind: String
        public let title: Bilingual
        /// Who acts, as the policy says.
        public let actor: String
    }

    /// The act of a reviewer that it waits for on a day; nil when it waits for somebody else, or for the notice to end.
    public func act(on day: Day) -> ClaimAct? {
        switch state {
        case .received, .inReview: step.map { $0.kind == "recheck" ? .recheck : .review }
        case .rechecked: isPublished ? .publish : .approve
        case .inNotice: standingObjections == 0 && noticeUntil.map { $0 < day } ?? true ? .approve : nil
        default: nil
        }
    }

    /// Whether a login may act on it as a reviewer: it did not enter it, nor take another review.
    public func isOpen(to login: String, for act: ClaimAct) -> Bool {
        !enteredBy.contains(login) && (act == .publish || act == .approve || !reviewedBy.contains(login))
    }
}
