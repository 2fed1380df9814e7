import Postgres
import Store
import Zones

/// A clock of one leg of a case, as the store keeps it.
public struct DeadlineRow: Sendable, Hashable {
    public let subject: String
    public let leg: String
    public let unit: Deadline.Unit
    public let days: Int
    public let startedOn: Day
    public let dueOn: Day
    public let pausedOn: Day?
    public let metOn: Day?

    /// Whether the clock ran out: it runs, and its day is past.
    public func isOverdue(on today: Day) -> Bool {
        metOn == nil && pausedOn == nil && dueOn < today
    }
}

/// The clocks of the active zone's cases.
public enum DeadlineStore {
    /// The clocks of a subject in the order of their start.
    public static func list(_ session: Session, subject: Subject) throws -> [DeadlineRow] {
        try rows(session, " where subject = \(subject.text) order by started_on, id")
    }

    /// Clocks that run and end on or before a day, the earliest first.
    public static func due(_ session: Session, by day: Day) throws -> [DeadlineRow] {
        try rows(session, " where met_on is null and paused_on is null and due_on <= \(day) order by due_on, id")
    }

    private static func rows(_ session: Session, _ filter: Statement) throws -> [DeadlineRow] {
        let columns: Statement =
            "select subject, leg, unit, days, started_on, due_on, paused_on, met_on from core.deadline"
        return try session.connection.rows(
            columns + filter,
            as: (String, String, String, Int32, Day, Day, Day?, Day?).self
        ).map {
            DeadlineRow(
                subject: $0.0,
                leg: $0.1,
                unit: Deadline.Unit(rawValue: $0.2) ?? .calendar,
                days: Int($0.3),
                startedOn: $0.4,
                dueOn: $0.5,
                pausedOn: $0.6,
                metOn: $0.7
            )
        }
    }
}
