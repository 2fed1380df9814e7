import Postgres
import Store
import Zones

/// The sessions of the cohorts that the active zone takes part in.
public enum SessionStore {
    /// Hands the sessions that match to `body`, by start, one by one.
    public static func list(
        _ session: Session,
        matching filter: SessionFilter = .init(),
        _ body: (ScheduledSession) throws -> Void
    ) throws {
        var statement: Statement = """
            select s.code, l.code, c.code, v.code, i.code, s.starts_at, s.ends_at, s.hours, s.state, k.code, s.contact,
                s.sequence, r.code, l.name, v.name, i.name
            from schedule.session s
            join schedule.course l on l.id = s.course_id
            join enrollment.cohort c on c.id = s.cohort_id
            join core.zone k on k.id = s.zone_id
            left join schedule.venue v on v.id = s.venue_id
            left join schedule.instructor i on i.id = s.instructor_id
            left join schedule.series r on r.id = s.series_id
            where true
            """
        if let code = filter.code { statement = statement + " and s.code = \(code)" }
        if let cohort = filter.cohort { statement = statement + " and c.code = \(cohort)" }
        if let course = filter.course { statement = statement + " and l.code = \(course)" }
        if let venue = filter.venue { statement = statement + " and v.code = \(venue)" }
        if let instructor = filter.instructor { statement = statement + " and i.code = \(instructor)" }
        if let from = filter.from { statement = statement + " and s.held_on >= \(from)" }
        if let until = filter.until { statement = statement + " and s.held_on <= \(until)" }
        try session.connection.stream(
            statement + " order by s.starts_at, s.code",
            as: (
                Code, Code, Code, Code?, Code?, Instant, Instant, Int32, ScheduledSession.State, ZoneCode, String,
                Int32,
                Code?, String, String?, String?
            ).self
        ) {
            try body(
                ScheduledSession(
                    code: $0,
                    course: $1,
                    cohort: $2,
                    venue: $3,
                    instructor: $4,
                    starts: $5,
                    ends: $6,
                    hours: Int($7),
                    state: $8,
                    zone: $9,
                    contact: $10,
                    sequence: Int($11),
                    series: $12,
                    courseName: $13,
                    venueName: $14,
                    instructorName: $15
                )
            )
        }
    }

    /// One session; nil for none that the active zone takes part in.
    public static func find(_ session: Session, _ code: Code) throws -> ScheduledSession? {
        var found: ScheduledSession?
        try list(session, matching: SessionFilter(code: code)) { found = $0 }
        return found
    }

    /// Plans a session of a course: books its room, its instructor and its cohort.
    ///
    /// Refused with `SCH01` when the room is taken, `SCH02` the instructor, `SCH03` the cohort, each with what stands
    /// in the way, `SCH15` when people of the cohort sit elsewhere then; `SCH07` and `SCH17` when the room is too small
    /// or lacks something, `SCH18` and `SCH19` when room or instructor are not there, `SCH20` and `SCH21` when the
    /// instructor does not teach it or has enough; `SCH08`, `SCH09` and `SCH22` when they are not lent; `SCH10` for a
    /// guest of the cohort, `SCH11` when the code is taken.
    /// - Parameters:
    ///   - hours: training hours that it counts for, see `SessionTime.counting(_:)`
    ///   - contact: whom other zones ask about it; the login if nil
    public static func add(
        code: Code?,
        course: Code,
        venue: Code,
        instructor: Code?,
        time: SessionTime,
        hours: Int,
        contact: String? = nil
    ) -> Verb<PlannedSession> {
        Verb(refusedAs: ScheduleRejection.self) { request in
            """
            select schedule.add_session(\(request), \(code), \(course), \(venue), \(instructor), \(time.starts),
                \(time.ends), \(hours), \(contact))
            """
        } decode: {
            PlannedSession(
                code: try $0.column(0),
                cohort: try $0.column(1),
                day: SpecialDay(answer: $0, at: 2)
            )
        }
    }
}

/// The answer to planning a session.
public struct PlannedSession: Sendable, Hashable {
    public let code: String
    /// The code of the cohort that its course belongs to.
    public let cohort: String
    /// What sets its day apart; nil for an ordinary one.
    public let day: SpecialDay?
}
