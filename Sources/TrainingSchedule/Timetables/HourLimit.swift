import Zones

/// Training hours of an instructor or a room that a timetable may not go beyond: an instructor's week, or what another
/// zone lent.
public struct HourLimit: Sendable, Hashable {
    public enum Kind: Sendable, Hashable {
        /// An instructor's week, by its Monday.
        case week(Day)
        /// What another zone lent, from its first to its last day; nil for no bound.
        case lent(Day?, Day?)
    }

    public let holder: ResourceKind
    public let resource: Code
    public let kind: Kind
    /// The hours allowed, and those that are planned already, by whichever zone counts.
    public let allowed: Int
    public let planned: Int
    /// The days to which it applies.
    let days: Set<Day>

    var left: Int { max(0, allowed - planned) }
}
