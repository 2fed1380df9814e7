/// One thing that keeps a person out of a cohort, or makes the queue go on without them.
public enum Obstacle: Sendable, Hashable {
    /// The age on the first day lies outside the range `18-45`; nil for an unknown birth date.
    case age(wanted: String, have: Int?)
    /// None of the wanted awards.
    case award(wanted: String, have: String?)
    /// A post below the wanted level, or of a level that nobody gave.
    case postLevel(wanted: String, have: String?)
    /// The program was not completed.
    case completed(program: String)
    /// A seat in a cohort with a session at an overlapping time; nil when it is none that the zone takes part in.
    case time(cohort: String?)
    /// The group is larger than the free seats and is not split.
    case group
    /// An obstacle that this program does not know.
    case other(String)

    /// Reads `kind|wanted|have` as the store writes it.
    public init(stored: String) {
        let parts = stored.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        let wanted = parts.count > 1 ? parts[1] : ""
        let have = parts.count > 2 && !parts[2].isEmpty ? parts[2] : nil
        switch parts[0] {
        case "age": self = .age(wanted: wanted, have: have.flatMap(Int.init))
        case "award": self = .award(wanted: wanted, have: have)
        case "post-level": self = .postLevel(wanted: wanted, have: have)
        case "completed": self = .completed(program: wanted)
        case "time": self = .time(cohort: have)
        case "group": self = .group
        default: self = .other(stored)
        }
    }

    /// The kind in one word, for lists.
    public var word: String {
        switch self {
        case .age: "age"
        case .award: "award"
        case .postLevel: "post-level"
        case .completed: "completed"
        case .time: "time"
        case .group: "group"
        case .other(let text): text
        }
    }
}
