import Postgres
import Store
import TrainingSchedule
import Zones

/// Rooms, instructors and cohorts as the product makes them, and years of sessions put beside them by SQL, checked by the
/// same constraints.
struct ScheduleWorld {
    let bench: Bench
    let database: BenchDatabase

    init(_ bench: Bench) throws {
        self.bench = bench
        database = try bench.cluster().makeDatabase("bench_schedule")
        bench.report.progress("rooms, instructors, cohorts")
        var text = "program add --code LIJIAN --name-zh 砺剑班 --name-en 'Sharp Sword' --audience promotion-staff\n"
        for number in 1...bench["rooms"] {
            text += "venue add --code V-\(number) --name 样例教室 --capacity \(40 + number % 3 * 20)\n"
            text +=
                "cohort add --code K-\(number) --program LIJIAN --number \(number) --capacity 30"
                + " --starts-on 2030-01-01 --ends-on 2099-12-31\n"
            text += "course add --code C-\(number) --cohort K-\(number) --name 招商实务\n"
        }
        for number in 1...bench["instructors"] {
            text += "instructor add --code T-\(number) --name \(SampleIdentities.personName(number))\n"
        }
        try database.play(text)
        bench.report.progress("\(bench["sessions"]) sessions")
        try load()
        try database.settle()
    }

    /// Eight hours a day in every room from 2030 on, rooms, instructors and cohorts each in one place at a time.
    private func load() throws {
        let superuser = try database.connection()
        let rooms = bench["rooms"]
        let hours = (bench["sessions"] + rooms - 1) / rooms
        for first in stride(from: 0, to: hours, by: 250) {
            try superuser.execute(
                """
                with made as (
                    insert into schedule.session (zone_id, contact, code, cohort_id, course_id, venue_id, instructor_id,
                        starts_at, ends_at, hours, planned_at)
                    select v.zone_id, 'bench', 'B-' || h || '-' || n, c.id, l.id, v.id, i.id, t.at,
                        t.at + interval '50 minutes', 1, now()
                    from generate_series(\(first), \(min(first + 250, hours) - 1)) h
                    cross join generate_series(1, \(rooms)) n
                    cross join lateral (select timestamptz '2030-01-01 09:00+08' + (h / 8) * interval '1 day'
                        + (h % 8) * interval '90 minutes' as at) t
                    join schedule.venue v on v.code = 'V-' || n
                    join enrollment.cohort c on c.code = 'K-' || n
                    join schedule.course l on l.code = 'C-' || n
                    join schedule.instructor i on i.code = 'T-' || (h * \(rooms) + n) % \(bench["instructors"]) + 1
                    returning *)
                insert into schedule.resource_booking (session_id, venue_id, instructor_id, cohort_id, during, cancelled)
                select m.id, r.venue, r.instructor, r.cohort, m.during, m.cancelled
                from made m cross join lateral (values (m.venue_id, null::bigint, null::bigint),
                    (null, m.instructor_id, null), (null, null, m.cohort_id)) r (venue, instructor, cohort)
                """
            )
        }
    }

    /// Where and when the booking of a number is: a room's hour of its own, from 2040 on.
    private static func hour(_ number: Int, _ rooms: Int) throws -> (room: Int, time: SessionTime) {
        let (slot, room) = (number / rooms, number % rooms + 1)
        let day = try Day(iso: "2040-01-01").adding(days: slot / 8)
        let starts = try Instant(day, TimeOfDay(hour: 9 + slot % 8, minute: 0))
        let ends = try Instant(day, TimeOfDay(hour: 9 + slot % 8, minute: 50))
        return (room, try SessionTime(starts: starts, ends: ends))
    }

    func book(_ count: Int, from first: Int) throws -> Double {
        let (connections, rooms, database) = (bench["connections"], bench["rooms"], database)
        return try Crew.run(connections) { _ in
            try database.session()
        } work: { index, session in
            for number in stride(from: first + index, to: first + count, by: connections) {
                let (room, time) = try Self.hour(number, rooms)
                try session.perform(
                    SessionStore.add(
                        code: nil,
                        course: Code("C-\(room)"),
                        venue: Code("V-\(room)"),
                        instructor: Code("T-\(room)"),
                        time: time,
                        hours: 1
                    )
                )
            }
        }
    }

    /// The same rows by one statement, with the same constraints and nothing else.
    func bareBook(_ count: Int, from first: Int) throws -> Double {
        let (connections, rooms, database) = (bench["connections"], bench["rooms"], database)
        return try Crew.run(connections) { _ in
            try database.connection()
        } work: { index, connection in
            for number in stride(from: first + index, to: first + count, by: connections) {
                let (room, time) = try Self.hour(number, rooms)
                try connection.execute(
                    """
                    with made as (
                        insert into schedule.session (zone_id, contact, code, cohort_id, course_id, venue_id,
                            instructor_id, starts_at, ends_at, hours, planned_at)
                        select v.zone_id, 'bench', \("A-\(number)"), l.cohort_id, l.id, v.id, i.id, \(time.starts),
                            \(time.ends), 1, now()
                        from schedule.venue v, schedule.course l, schedule.instructor i
                        where v.code = \("V-\(room)") and l.code = \("C-\(room)") and i.code = \("T-\(room)")
                        returning *)
                    insert into schedule.resource_booking (session_id, venue_id, instructor_id, cohort_id, during,
                        cancelled)
                    select m.id, r.venue, r.instructor, r.cohort, m.during, m.cancelled
                    from made m cross join lateral (values (m.venue_id, null::bigint, null::bigint),
                        (null, m.instructor_id, null), (null, null, m.cohort_id)) r (venue, instructor, cohort)
                    """
                )
            }
        }
    }

    /// The product's query, by the superuser: without policies.
    func bareWeek(_ connection: Connection, _ week: SessionFilter) throws {
        var seen = 0
        try connection.stream(
            """
            select s.code, l.code, c.code, v.code, i.code, s.starts_at, s.ends_at, s.hours, s.state, k.code, s.contact,
                l.name, v.name, i.name
            from schedule.session s
            join schedule.course l on l.id = s.course_id
            join enrollment.cohort c on c.id = s.cohort_id
            join core.zone k on k.id = s.zone_id
            join schedule.venue v on v.id = s.venue_id
            left join schedule.instructor i on i.id = s.instructor_id
            where s.held_on >= \(week.from) and s.held_on <= \(week.until)
            order by s.starts_at, s.code
            """
        ) { row in
            for _ in 0..<4 { _ = try row.next(String.self) }
            _ = try (row.next(String?.self), row.next(Instant.self), row.next(Instant.self), row.next(Int.self))
            for _ in 0..<5 { _ = try row.next(String.self) }
            _ = try row.next(String?.self)
            seen += 1
        }
        guard seen > 0 else { throw BenchFault("the week is empty") }
    }

    func bareFree(_ connection: Connection, _ time: SessionTime) throws {
        let rows = try connection.rows(
            """
            select v.code, v.name, v.capacity from schedule.venue v
            where v.capacity >= 60 and not exists (select from schedule.resource_booking b
                where b.venue_id = v.id and not b.cancelled and b.during && tstzrange(\(time.starts), \(time.ends)))
            order by v.capacity, v.code
            """,
            as: (String, String, Int).self
        )
        guard rows.count <= bench["rooms"] else { throw BenchFault("more rooms than there are") }
    }
}
