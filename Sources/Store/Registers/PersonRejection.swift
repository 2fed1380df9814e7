import Postgres

/// Every way in which the register of people says no, where it is not `CoreRejection`.
public enum PersonRejection: Rejection {
    /// `PER01`: personal data was sealed with another index key than this database's.
    case keyOfAnotherDatabase
    /// `PER02`: the zone's master key was replaced meanwhile.
    case keyReplaced

    public var code: String {
        switch self {
        case .keyOfAnotherDatabase: "PER01"
        case .keyReplaced: "PER02"
        }
    }

    public static let rules = ["key_of_this_database", "key_in_use"]

    public static func refusing(_ rule: String, facts: [String]) -> PersonRejection? {
        switch rule {
        case "key_of_this_database": .keyOfAnotherDatabase
        case "key_in_use": .keyReplaced
        default: nil
        }
    }
}
