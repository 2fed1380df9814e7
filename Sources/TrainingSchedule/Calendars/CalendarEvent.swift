import Zones

/// One event of a calendar that is exported.
public struct CalendarEvent: Sendable, Hashable {
    /// Stable over all changes, so that a calendar that was exported before is updated instead of doubled.
    public let uid: String
    /// Raised by every change.
    public let sequence: Int
    public let isCancelled: Bool
    public let starts: Instant
    public let ends: Instant
    public let summary: String
    public let location: String?
    public let description: String?
    /// When it was last changed.
    public let changed: Instant

    public init(
        uid: String,
        sequence: Int = 0,
        isCancelled: Bool = false,
        starts: Instant,
        ends: Instant,
        summary: String,
        location: String? = nil,
        description: String? = nil,
        changed: Instant
    ) {
        self.uid = uid
        self.sequence = sequence
        self.isCancelled = isCancelled
        self.starts = starts
        self.ends = ends
        self.summary = summary
        self.location = location
        self.description = description
        self.changed = changed
    }
}
