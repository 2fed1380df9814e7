import Postgres
import Store
import Zones

/// Series of sessions.
public enum SeriesStore {
    /// What a series is planned with.
    public struct Draft: Sendable {
        public var course: Code
        public var venue: Code
        public var instructor: Code?
        /// The rule as it was given.
        public var rule: String
        public var plan: SeriesPlan
        /// The hours of the first session; every session has the same.
        public var time: SessionTime
        public var hours: Int
        public var holidays: HolidayChoice
        public var makeupDays: MakeupChoice
        public var contact: String?

        public init(
            course: Code,
            venue: Code,
            instructor: Code?,
            rule: String,
            plan: SeriesPlan,
            time: SessionTime,
            hours: Int,
            holidays: HolidayChoice = .skip,
            makeupDays: MakeupChoice = .hold,
            contact: String? = nil
        ) {
            self.course = course
            self.venue = venue
            self.instructor = instructor
            self.rule = rule
            self.plan = plan
            self.time = time
            self.hours = hours
            self.holidays = holidays
            self.makeupDays = makeupDays
            self.contact = contact
        }
    }

    /// Plans all sessions of a series, or none. Their codes are the series' with a number, `R1-01`.
    ///
    /// Refused as `SessionStore.add` is, for any of them.
    public static func add(code: Code?, _ draft: Draft) -> Verb<PlannedSeries> {
        Verb(refusedAs: ScheduleRejection.self) { request in
            """
            select schedule.add_series(\(request), \(code), \(draft.course), \(draft.venue), \(draft.instructor),
                \(draft.rule), \(draft.holidays.rawValue), \(draft.makeupDays.rawValue), \(draft.plan.dates),
                \(draft.plan.skipped.map(\.day)), \(draft.plan.skipped.map(\.reason.rawValue)),
                \(draft.time.starts.timeOfDay.minutes), \(draft.time.ends.timeOfDay.minutes), \(draft.hours),
                \(draft.contact))
            """
        } decode: {
            PlannedSeries(
                code: try $0.column(0),
                cohort: try $0.column(1),
                sessions: try $0.integer(2),
                skipped: try $0.integer(3),
                first: try $0.column(4),
                last: try $0.column(5)
            )
        }
    }

    /// Which sessions of a series an edit means.
    public enum Scope: String, Sendable, Hashable, CaseIterable {
        /// The named one.
        case this
        /// The named one and those of later dates of the rule.
        case following
        /// All that have not begun.
        case all
    }

    /// Changes the session and, by scope, others of its series; they move by as much as it does.
    ///
    /// What has begun stays. Sessions that would come to lie on days that the series leaves out (statutory holidays, and
    /// make-up workdays if it was added so) are cancelled; `restore` holds them after all, where they were. Refused as
    /// the changes of sessions are, with `SCH28` for a session of no series, `SCH34` when the named session itself
    /// would come to lie on such a day, `COR08` for a year whose holidays are not loaded.
    public static func edit(
        _ session: Code,
        _ scope: Scope,
        starts: Instant? = nil,
        ends: Instant? = nil,
        venue: Code? = nil,
        instructor: Code? = nil,
        cancelling: Bool = false,
        reason: String
    ) -> Verb<EditedSeries> {
        Verb(refusedAs: ScheduleRejection.self) { request in
            """
            select schedule.edit_series(\(request), \(session), \(scope.rawValue), \(starts), \(ends), \(venue),
                \(instructor), \(cancelling), \(reason))
            """
        } decode: {
            EditedSeries(changed: try $0.integer(1), skipped: EditedSeries.skipped(try $0.column(2)))
        }
    }

    /// Holds a date that was skipped, or whose session was cancelled, after all. Answers the session's code.
    ///
    /// Refused with `SCH29` for a date that was not skipped, `SCH23` for one that is over.
    public static func restore(_ series: Code, on day: Day) -> Verb<String> {
        Verb(refusedAs: ScheduleRejection.self) { request in
            "select schedule.restore_date(\(request), \(series), \(day))"
        } decode: {
            try $0.column(1)
        }
    }

    /// The series of the cohorts that the active zone takes part in, by code.
    public static func list(_ session: Session, cohort: Code? = nil) throws -> [Series] {
        var statement: Statement = """
            select r.code, l.code, c.code, r.rule, r.first_on,
                (select count(*) from schedule.session s where s.series_id = r.id and s.state = 'scheduled'),
                array(select d.day from schedule.skipped_date d
                    where d.series_id = r.id and d.restored_at is null order by d.day), k.code
            from schedule.series r
            join schedule.course l on l.id = r.course_id
            join enrollment.cohort c on c.id = r.cohort_id
            join core.zone k on k.id = r.zone_id
            """
        if let cohort { statement = statement + " where c.code = \(cohort)" }
        return try session.connection.rows(
            statement + " order by r.code",
            as: (Code, Code, Code, String, Day, Int64, [Day], ZoneCode).self
        ).map {
            Series(
                code: $0.0,
                course: $0.1,
                cohort: $0.2,
                rule: $0.3,
                firstOn: $0.4,
                sessions: Int($0.5),
                skipped: $0.6,
                zone: $0.7
            )
        }
    }
}
