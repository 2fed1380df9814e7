import Zones

/// What somebody else did to a session while an officer looked at it as it was before.
public struct EarlierChange: Sendable, Hashable {
    /// The login that was faster.
    public let by: String
    /// When, in zone time to the minute; empty for a session that only started at another time than was thought.
    public let at: String
    /// What was done.
    public let kind: String
    /// Where the session is now: start and end in zone time to the minute, room, instructor (empty for none).
    public let starts: String
    public let ends: String
    public let venue: String
    public let instructor: String
}
