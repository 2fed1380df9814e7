import Postgres
import Store
import Zones

/// One person against one recorded session.
public struct AttendanceEntry: Sendable, Hashable {
    public let session: Code
    public let heldOn: Day
    /// Training hours (45 minutes) that the session counts for.
    public let hours: Int
    public let enrollment: Code
    public let zone: ZoneCode
    public let present: Bool
    public let status: AttendanceStatus
}

/// Who was at which session.
public enum AttendanceStore {
    /// Gives every recorded session of a cohort against everybody who holds a seat to `body`, by session: for a host
    /// the people of all zones, for a guest its own.
    ///
    /// - Throws: `CoreRejection.missing` when the active zone takes part in no such cohort.
    public static func list(
        _ session: Session,
        cohort: Code,
        of recorded: Code? = nil,
        _ body: (AttendanceEntry) throws -> Void
    ) throws {
        _ = try CohortStore.show(session, cohort)
        var statement: Statement = """
            select session, held_on, hours, enrollment, zone, present, status
            from enrollment.attendance_sheet(\(cohort))
            """
        if let recorded { statement = statement + " where session = \(recorded)" }
        try session.connection.stream(statement, as: (Code, Day, Int32, Code, ZoneCode, Bool, AttendanceStatus).self) {
            try body(
                AttendanceEntry(
                    session: $0,
                    heldOn: $1,
                    hours: Int($2),
                    enrollment: $3,
                    zone: $4,
                    present: $5,
                    status: $6
                )
            )
        }
    }

    /// What recording changed.
    public struct Recorded: Sendable, Hashable {
        public let session: String
        /// People who were not on record for this session before.
        public let added: Int
        /// Everybody on record for it now.
        public let present: Int
    }

    /// A session that was held.
    public struct Held: Sendable, Hashable {
        /// The code of a session of the schedule, or of one held unplanned.
        public let session: Code
        public let day: Day
        /// Training hours (45 minutes) that it counts for, 0–24.
        public let hours: Int

        public init(session: Code, day: Day, hours: Int) {
            self.session = session
            self.day = day
            self.hours = hours
        }
    }

    /// Records who was at a session of a cohort that the active zone hosts; whoever is not named was absent, and naming
    /// somebody again changes nothing.
    public static func record(cohort: Code, _ held: Held, present: [Code]) -> Verb<Recorded> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            """
            select enrollment.record_attendance(\(request), \(cohort), \(held.session), \(held.day),
                \(Int32(clamping: held.hours)), \(present.map(\.text)))
            """
        } decode: { columns throws(AnswerFault) in
            Recorded(
                session: try columns.column(0),
                added: try columns.integer(1),
                present: try columns.integer(2)
            )
        }
    }
}
