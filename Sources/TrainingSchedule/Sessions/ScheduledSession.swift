import Store
import Zones

/// One session (课次) of a course.
public struct ScheduledSession: Sendable, Hashable {
    /// Whether it takes place; a cancelled session stays on record and books nothing.
    public enum State: String, Sendable, Hashable, CaseIterable {
        case scheduled, cancelled
    }

    /// The key that commands name it by; once in all zones.
    public let code: Code
    public let course: Code
    public let cohort: Code
    /// The room; nil when it was never told to the active zone.
    public let venue: Code?
    /// Who teaches; nil for nobody yet.
    public let instructor: Code?
    public let starts: Instant
    public let ends: Instant
    /// Training hours of 45 minutes that it counts for.
    public let hours: Int
    public let state: State
    /// The zone that keeps it.
    public let zone: ZoneCode
    /// Whom to ask there.
    public let contact: String
}

extension ScheduledSession.State: PostgresText {}
