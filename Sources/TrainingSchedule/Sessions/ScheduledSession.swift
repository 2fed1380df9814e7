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
    /// How often it was changed.
    public let sequence: Int
    /// The series that it belongs to; nil for a single session.
    public let series: Code?
    public let courseName: String
    public let venueName: String?
    public let instructorName: String?
}

extension ScheduledSession.State: PostgresText {}

extension ScheduledSession {
    /// This session as somebody wanted to have it, for alternatives; nil when it has no such time.
    public func wish(_ session: Session, starts: Instant?, ends: Instant?, venue: Code?) throws -> Wish? {
        let from = starts ?? self.starts
        guard let room = venue ?? self.venue,
            let until = ends ?? (try? from.adding(self.starts.duration(until: self.ends))),
            let time = try? SessionTime(starts: from, ends: until)
        else { return nil }
        return Wish(
            venue: room,
            instructor: instructor,
            time: time,
            people: try AlternativeStore.people(session, course: course)
        )
    }
}
