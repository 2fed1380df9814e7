import Zones

/// Somebody who teaches (讲师), as a zone sees them.
public struct Instructor: Sendable, Hashable {
    /// The key that commands name them by; once in all zones.
    public let code: Code
    /// The name that goes on a timetable.
    public let name: String
    /// The zone that they belong to.
    public let home: ZoneCode
    /// What the active zone may do with them; nil for a joint office, which acts for no zone.
    public let level: PartyLevel?
    /// The zones that may book them too; told to the home zone only.
    public let guests: [String]
    /// The zones that see when they are taken; told to the home zone only.
    public let watchers: [String]
    /// What they teach; anything if empty.
    public let subjects: [String]
    /// The most training hours from Monday to Sunday; nil for no limit.
    public let weeklyHours: Int?
}
