import Zones

/// The day by which a version is chosen.
public enum Anchor: Sendable, Hashable {
    /// The day in question.
    case application
    /// The first day on which all conditions were met.
    case conditionsMet
    /// A fact's day, such as `registered_on`.
    case fact(String)

    public init(_ text: String) {
        switch text {
        case "application": self = .application
        case "conditions-met": self = .conditionsMet
        default: self = .fact(text)
        }
    }

    public var text: String {
        switch self {
        case .application: "application"
        case .conditionsMet: "conditions-met"
        case .fact(let name): name
        }
    }
}

/// One version of a policy as it is written: everything that decides about somebody. Months are added to a day and
/// clamped to the month's end: 31 January and one month is 28 or 29 February.
public struct PolicyVersion: Sendable, Hashable {
    public let policy: String
    public let code: String
    public let anchor: Anchor
    public let validFrom: Day
    /// The last day; nil while no end is set.
    public let validUntil: Day?
    /// Until when those may still claim who met the conditions while the version was valid.
    public let lateClaimUntil: Day?
    public var parameters: [Parameter]
    public var clauses: [Clause]
    public var benefits: [Benefit]

    public init(
        policy: String,
        code: String,
        anchor: Anchor = .application,
        validFrom: Day,
        validUntil: Day? = nil,
        lateClaimUntil: Day? = nil,
        parameters: [Parameter] = [],
        clauses: [Clause] = [],
        benefits: [Benefit] = []
    ) {
        self.policy = policy
        self.code = code
        self.anchor = anchor
        self.validFrom = validFrom
        self.validUntil = validUntil
        self.lateClaimUntil = lateClaimUntil
        self.parameters = parameters
        self.clauses = clauses
        self.benefits = benefits
    }
}
