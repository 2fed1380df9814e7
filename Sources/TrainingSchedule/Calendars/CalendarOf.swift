import Zones

/// Whose calendar is meant.
public enum CalendarOf: Sendable, Hashable {
    case cohort(Code)
    /// A person of the active zone: the sessions of all cohorts in which they hold a seat.
    case person(Code)
    case instructor(Code)
    case venue(Code)

    public var code: Code {
        switch self {
        case .cohort(let code), .person(let code), .instructor(let code), .venue(let code): code
        }
    }
}
