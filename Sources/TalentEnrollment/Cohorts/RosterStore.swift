import Postgres
import Store
import Zones

/// A person on a cohort's roster: never more than name, unit and attendance, for hosts also of other zones' people.
public struct RosterEntry: Sendable, Hashable {
    /// The code of the enrollment.
    public let enrollment: Code
    public let zone: ZoneCode
    public let name: String
    public let unit: String?
    public let state: EnrollmentState
    /// The number drawn on joining the queue, kept after a promotion.
    public let queueNumber: Int?
    /// The place in the queue, 1 for the next to get a seat; nil for who does not wait.
    public let queuePosition: Int?
    /// Sessions of the cohort that were recorded.
    public let recorded: Int
    /// Those of them that this person attended.
    public let attended: Int
    /// Training hours (45 minutes) of the sessions attended.
    public let hours: Int
    /// Why the queue went on without this person, who keeps the number.
    public let passedOver: Obstacle?
}

/// The rosters of the cohorts that the active zone takes part in.
public enum RosterStore {
    /// Everybody in a cohort who has not left, seats before queue: for a host the people of all zones, for a guest its
    /// own.
    ///
    /// - Throws: `CoreRejection.missing` when the active zone takes part in no such cohort.
    public static func roster(_ session: Session, _ cohort: Code) throws -> [RosterEntry] {
        _ = try CohortStore.show(session, cohort)
        let statement: Statement = """
            select enrollment, zone, name, unit, state, queue_number, queue_position, sessions, attended, hours,
                passed_over
            from enrollment.roster(\(cohort))
            """
        return try session.connection.rows(statement, as: Row.self).map(entry)
    }

    private typealias Row = (
        Code, ZoneCode, String, String?, EnrollmentState, Int32?, Int32?, Int32, Int32, Int32, String?
    )

    private static func entry(_ row: Row) -> RosterEntry {
        RosterEntry(
            enrollment: row.0,
            zone: row.1,
            name: row.2,
            unit: row.3,
            state: row.4,
            queueNumber: row.5.map(Int.init),
            queuePosition: row.6.map(Int.init),
            recorded: Int(row.7),
            attended: Int(row.8),
            hours: Int(row.9),
            passedOver: row.10.map(Obstacle.init(stored:))
        )
    }

    /// Who waits for a seat, the next one first.
    ///
    /// - Throws: `CoreRejection.missing` when the active zone takes part in no such cohort.
    public static func waitlist(_ session: Session, _ cohort: Code) throws -> [RosterEntry] {
        try roster(session, cohort).filter { $0.state == .waitlisted }
    }
}
