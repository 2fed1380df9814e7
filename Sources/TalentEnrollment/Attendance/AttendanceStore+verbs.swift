import Postgres
import Store
import Zones

extension AttendanceStore {
    /// Mends who was at a session that is on record, with a reason; the event keeps both. By a host. Answers what it was.
    ///
    /// Refused with `ENR12` for who holds no seat.
    public static func correct(
        cohort: Code,
        session: Code,
        enrollment: Code,
        _ status: AttendanceStatus,
        reason: String
    ) -> Verb<AttendanceStatus> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            """
            select enrollment.correct_attendance(\(request), \(cohort), \(session), \(enrollment), \(status), \(reason))
            """
        } decode: { columns throws(AnswerFault) in
            guard let before = AttendanceStatus(rawValue: try columns.column(1)) else { throw AnswerFault(columns) }
            return before
        }
    }

    /// A session that is open for signing in.
    public struct SignIn: Sendable, Hashable {
        public let session: String
        /// Six digits, shown in the room.
        public let code: String
        /// Zone time, `HH:MM`.
        public let until: String
    }

    /// Opens today's session for signing in by a code of six digits, for some minutes. By a host.
    public static func open(cohort: Code, session: Code, hours: Int, code: String, minutes: Int) -> Verb<SignIn> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            """
            select enrollment.open_sign_in(\(request), \(cohort), \(session), \(Int32(clamping: hours)), \(code),
                \(Int32(clamping: minutes)))
            """
        } decode: { columns throws(AnswerFault) in
            SignIn(
                session: try columns.column(0),
                code: try columns.column(1),
                until: try columns.column(2)
            )
        }
    }

    /// A trainee of the active zone signs in with the code.
    ///
    /// Refused with `ENR41` for another code or too late, `ENR42` for the second time.
    public static func signIn(cohort: Code, session: Code, code: String, enrollment: Code) -> Verb<Recorded> {
        Verb(refusedAs: EnrollmentRejection.self) { request in
            "select enrollment.sign_in(\(request), \(cohort), \(session), \(code), \(enrollment))"
        } decode: { columns throws(AnswerFault) in
            Recorded(
                session: try columns.column(0),
                added: try columns.integer(1),
                present: try columns.integer(2)
            )
        }
    }

    /// The training hours of one person in one year.
    public struct Hours: Sendable, Hashable {
        public let person: Code
        public let name: String
        public let year: Int
        public let sessions: Int
        /// Training hours (45 minutes).
        public let hours: Int
    }

    /// Training hours of the active zone's people by year, in all cohorts, the latest year first.
    public static func hours(_ session: Session, year: Int?) throws -> [Hours] {
        var statement: Statement = """
            select coalesce(k.code, p.code), coalesce(k.name, p.name), extract(year from r.held_on)::int, count(*)::int,
                sum(r.hours)::int
            from enrollment.attendance a
            join enrollment.recorded_session r on r.id = a.recorded_session_id
            join enrollment.enrollment e on e.zone_id = a.zone_id and e.id = a.enrollment_id
            join core.person p on p.zone_id = e.zone_id and p.id = e.person_id
            left join core.person k on k.id = p.merged_into
            where a.status = 'present'
            """
        if let year {
            statement =
                statement
                + " and r.held_on >= \(try Day(year: year, month: 1, day: 1)) and r.held_on <= \(try Day(year: year, month: 12, day: 31))"
        }
        return try session.connection.rows(
            statement + " group by 1, 2, 3 order by 3 desc, 5 desc, 1",
            as: (Code, String, Int32, Int32, Int32).self
        ).map { Hours(person: $0.0, name: $0.1, year: Int($0.2), sessions: Int($0.3), hours: Int($0.4)) }
    }
}
