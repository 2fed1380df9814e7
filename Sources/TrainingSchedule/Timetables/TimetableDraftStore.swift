import Postgres
import Store
import Zones

/// Reads from the schedule what timetables are made from.
public enum TimetableDraftStore {
    /// The lectures that are still to be placed of the courses of some cohorts, on working days.
    ///
    /// Refused with `COR08` for a year whose holidays are not loaded.
    public static func draft(
        _ session: Session,
        cohorts: [Code],
        from first: Day,
        until last: Day,
        slots: DaySlots
    ) throws -> TimetableDraft {
        let days = try workingDays(session, first, last)
        let world = try Surroundings(session, days, cohorts: cohorts)
        let courses = try session.connection.rows(
            """
            select l.code, c.code, i.code, l.lectures - count(s.id)::int, l.minimum_days,
                case when t.unlimited then t.taken else t.capacity end, l.features
            from schedule.course l
            join enrollment.cohort c on c.id = l.cohort_id
            join enrollment.cohort_seats t on t.cohort_id = c.id
            left join schedule.instructor i on i.id = l.instructor_id
            left join schedule.session s on s.course_id = l.id and s.state = 'scheduled'
            where c.code = any (\(cohorts.map(\.text)))
            group by l.id, c.id, i.code, t.unlimited, t.taken, t.capacity
            having l.lectures > count(s.id)
            order by l.code
            """,
            as: (Code, Code, Code?, Int32, Int32, Int32, [String]).self
        ).map { row in
            TimetableDraft.Course(
                id: row.0.text,
                course: row.0,
                cohort: row.1,
                instructor: row.2,
                lectures: Int(row.3),
                minimumDays: Int(min(row.4, row.3)),
                people: Int(row.5),
                features: row.6,
                minutes: 0,
                blocked: world.blocked(cohort: row.1, instructor: row.2),
                hours: row.2.flatMap { world.hours[$0] } ?? OpeningHours()
            )
        }
        return TimetableDraft(
            days: days,
            slots: slots,
            courses: courses,
            rooms: world.rooms(),
            sharing: world.sharing,
            limits: try HourLimitStore.list(session, days)
        )
    }

    /// The cohorts behind codes, of which some may name a program: then its cohorts that are not over.
    ///
    /// Refused with `COR01` for a code that names neither.
    public static func cohorts(_ session: Session, named codes: [Code]) throws -> [Code] {
        var cohorts: [Code] = []
        for code in codes {
            let found = try session.connection.rows(
                """
                select c.code from enrollment.cohort c join enrollment.program g on g.id = c.program_id
                where c.code = \(code) or g.code = \(code) and c.ends_on >= \(session.today) order by c.code
                """,
                as: Code.self
            )
            guard !found.isEmpty else { throw CoreRejection.missing(noun: "cohort", key: code.text) }
            cohorts += found.filter { !cohorts.contains($0) }
        }
        return cohorts
    }

    /// The sessions of the active zone that a closure meets, with all those of their cohorts that may move instead.
    ///
    /// Refused with `COR08` for a year whose holidays are not loaded.
    public static func repair(
        _ session: Session,
        from first: Day,
        until last: Day,
        slots: DaySlots
    ) throws -> TimetableRepairDraft {
        try repair(session, from: first, until: last, slots: slots, settled: [])
    }

    /// - Parameter settled: sessions that somebody else takes over, which so stay where they are
    private static func repair(
        _ session: Session,
        from first: Day,
        until last: Day,
        slots: DaySlots,
        settled: [ProposedSession]
    ) throws -> TimetableRepairDraft {
        let done = Set(settled.compactMap(\.session))
        let days = try workingDays(session, first, last)
        var all: [ScheduledSession] = []
        try SessionStore.list(session, matching: SessionFilter(from: first, until: last)) {
            if $0.state == .scheduled, $0.starts > session.now { all.append($0) }
        }
        let closed = try closures(session)
        let own = all.filter { $0.zone == session.zone || session.zone == nil }
        let met = own.filter { held in
            guard !done.contains(held.code) else { return false }
            let span = TimeSpan(starts: held.starts, ends: held.ends)
            return [held.venue, held.instructor].compactMap(\.self).contains {
                closed[$0]?.contains { $0.overlaps(span) } ?? false
            }
        }
        let cohorts = Set(met.map(\.cohort)).sorted()
        // Of a session on a day that is none of the timetable's nothing is said: it stays.
        let movable = own.filter { held in
            !done.contains(held.code) && cohorts.contains(held.cohort)
                && (days.contains(held.starts.day) || met.contains { $0.code == held.code })
        }
        let open = Set(days + met.map(\.starts.day)).sorted()
        let times = (met + movable).map { TimeSpan(starts: $0.starts, ends: $0.ends) }
        let world = try Surroundings(session, open, cohorts: cohorts, leavingOut: Set(movable.map(\.code)))
        let groups = Dictionary(grouping: movable, by: Alike.init).sorted { $0.key < $1.key }
        let facts = try courseFacts(session, cohorts)
        let courses = groups.map { key, held in
            TimetableDraft.Course(
                id: "\(key.course)/\(key.instructor)/\(key.minutes)",
                course: held[0].course,
                cohort: held[0].cohort,
                instructor: held[0].instructor,
                lectures: held.count,
                minimumDays: 1,
                people: facts[held[0].course]?.people ?? 0,
                features: facts[held[0].course]?.features ?? [],
                minutes: key.minutes,
                blocked: world.blocked(cohort: held[0].cohort, instructor: held[0].instructor)
                    + settled.filter { $0.instructor == held[0].instructor }
                    .map { TimeSpan(starts: $0.starts, ends: $0.ends) },
                hours: held[0].instructor.flatMap { world.hours[$0] } ?? OpeningHours()
            )
        }
        let takeovers =
            settled.isEmpty ? try SubstituteStore.takeovers(session, open, of: met, closed: closed) : []
        let isCovered = takeovers.isEmpty || takeovers.count == met.count
        return TimetableRepairDraft(
            draft: TimetableDraft(
                days: open,
                slots: slots.joined(with: times),
                courses: courses,
                rooms: world.rooms(),
                sharing: world.sharing
            ),
            sessions: groups.map(\.value),
            met: Set(met.map(\.code)),
            people: Dictionary(facts.values.map { ($0.cohort, $0.seated) }, uniquingKeysWith: max),
            takeovers: takeovers,
            rest: isCovered
                ? [] : [try repair(session, from: first, until: last, slots: slots, settled: takeovers)]
        )
    }

    /// What makes sessions interchangeable.
    private struct Alike: Hashable, Comparable {
        let course: String
        let instructor: String
        let minutes: Int

        init(_ session: ScheduledSession) {
            course = session.course.text
            instructor = session.instructor?.text ?? ""
            minutes = Int(session.starts.duration(until: session.ends).components.seconds / 60)
        }

        static func < (a: Alike, b: Alike) -> Bool {
            (a.course, a.instructor, a.minutes) < (b.course, b.instructor, b.minutes)
        }
    }

    private struct CourseFacts {
        let cohort: Code
        let people: Int
        let seated: Int
        let features: [String]
    }

    private static func courseFacts(_ session: Session, _ cohorts: [Code]) throws -> [Code: CourseFacts] {
        let rows = try session.connection.rows(
            """
            select l.code, c.code, case when t.unlimited then t.taken else t.capacity end, t.taken, l.features
            from schedule.course l
            join enrollment.cohort c on c.id = l.cohort_id
            join enrollment.cohort_seats t on t.cohort_id = c.id
            where c.code = any (\(cohorts.map(\.text)))
            """,
            as: (Code, Code, Int32, Int32, [String]).self
        )
        return Dictionary(
            rows.map { ($0.0, CourseFacts(cohort: $0.1, people: Int($0.2), seated: Int($0.3), features: $0.4)) },
            uniquingKeysWith: { first, _ in first }
        )
    }

    private static func closures(_ session: Session) throws -> [Code: [TimeSpan]] {
        let all =
            try AvailabilityStore.closures(session, of: .venue, after: session.now)
            + AvailabilityStore.closures(session, of: .instructor, after: session.now)
        return Dictionary(grouping: all, by: \.resource).mapValues {
            $0.map { TimeSpan(starts: $0.from, ends: $0.until) }
        }
    }

    /// The working days from one to another that lie ahead, at most a year of them.
    private static func workingDays(_ session: Session, _ first: Day, _ last: Day) throws -> [Day] {
        let calendar = try CalendarStore.calendar(session)
        var days: [Day] = []
        var day = try max(first, session.today.adding(days: 1))
        do {
            while day <= last, days.count < 366 {
                if try calendar.isWorkingDay(day) { days.append(day) }
                day = try day.adding(days: 1)
            }
        } catch CalendarRefusal.yearNotLoaded(let year) {
            throw CoreRejection.calendarYearNotLoaded(year: "\(year)")
        }
        return days
    }
}
