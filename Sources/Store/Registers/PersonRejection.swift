import Postgres

/// Every way in which the register of people says no, where it is not `CoreRejection`.
public enum PersonRejection: Rejection {
    /// `PER01`: personal data was sealed with another index key than this database's.
    case keyOfAnotherDatabase
    /// `PER02`: the zone's master key was replaced meanwhile.
    case keyReplaced
    /// `PER03`: the login has looked at as many people's numbers as it may in an hour or a day.
    case revealLimited(perHour: String, perDay: String)
    /// `PER04`: numbers are given out only for a look that is logged already, and not taken back.
    case revealNotLogged
    /// `PER05`: nothing personal is left of the person.
    case erased(code: String)
    /// `PER06`: a case of the person is open.
    case caseOpen(code: String, kind: String, subject: String)
    /// `PER07`: the law keeps a record of the person until a day.
    case keptByLaw(code: String, kind: String, subject: String, until: String)
    /// `PER08`: a new period or limit must hold from a later day.
    case fromALaterDay(earliest: String)

    public var code: String {
        switch self {
        case .keyOfAnotherDatabase: "PER01"
        case .keyReplaced: "PER02"
        case .revealLimited: "PER03"
        case .revealNotLogged: "PER04"
        case .erased: "PER05"
        case .caseOpen: "PER06"
        case .keptByLaw: "PER07"
        case .fromALaterDay: "PER08"
        }
    }

    public static let rules = [
        "key_of_this_database", "key_in_use", "reveal_limited", "reveal_logged_first", "person_not_erased",
        "person_without_open_case", "retention_period_over", "rule_from_a_later_day",
    ]

    public static func refusing(_ rule: String, facts: [String]) -> PersonRejection? {
        let facts = Facts(facts)
        return switch rule {
        case "key_of_this_database": .keyOfAnotherDatabase
        case "key_in_use": .keyReplaced
        case "reveal_limited": .revealLimited(perHour: facts[0], perDay: facts[1])
        case "reveal_logged_first": .revealNotLogged
        case "person_not_erased": .erased(code: facts[0])
        case "person_without_open_case": .caseOpen(code: facts[0], kind: facts[1], subject: facts[2])
        case "retention_period_over":
            .keptByLaw(code: facts[0], kind: facts[1], subject: facts[2], until: facts[3])
        case "rule_from_a_later_day": .fromALaterDay(earliest: facts[0])
        default: nil
        }
    }
}
