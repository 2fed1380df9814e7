import Postgres
import Store
import StoreTesting
import TrainingSchedule
import Zones

/// Two zones that lend each other things: INNO has the room `R301` (60 seats, lent to ETDZ, shown to TZBA), the room `R6`
/// (6 seats, shown to ETDZ) and the instructor `T1` (lent to ETDZ); it hosts the cohort `K1` (30 seats, guest ETDZ) with
/// the course `L1`. ETDZ hosts `K2` (20 seats) with the course `L2` and `K3` (no limit) with `L3`, which nobody else sees.
struct ScheduleWorld {
    let database: TestDatabase

    init(_ database: TestDatabase = .current) throws {
        self.database = database
        try Self.addCohorts(database.connection())
        let inno = try database.session(zone: "INNO")
        let etdz = ZoneCode(try Code("ETDZ"))
        try inno.perform(
            VenueStore.add(
                code: Code("R301"),
                name: "样例楼301",
                capacity: 60,
                guests: [etdz],
                watchers: [ZoneCode("TZBA")]
            )
        )
        try inno.perform(VenueStore.add(code: Code("R6"), name: "样例小室", capacity: 6, watchers: [etdz]))
        try inno.perform(InstructorStore.add(code: Code("T1"), name: PersonName("样例讲师"), guests: [etdz]))
        try inno.perform(CourseStore.add(code: Code("L1"), name: "创业政策", cohort: Code("K1")))
        let host = try database.session(zone: "ETDZ")
        try host.perform(CourseStore.add(code: Code("L2"), name: "招商实务", cohort: Code("K2")))
        try host.perform(CourseStore.add(code: Code("L3"), name: "公开讲座", cohort: Code("K3")))
    }

    /// The cohorts, written as the owner: their verbs are another module's.
    private static func addCohorts(_ owner: Connection) throws {
        try owner.script(
            """
            insert into enrollment.program (zone_id, code, name_zh, name_en, audience)
            select id, 'PG1', '样例班', 'sample program', 'everybody' from core.zone where code = 'INNO';
            insert into enrollment.cohort (zone_id, code, program_id, number, starts_on, ends_on)
            select z.id, k.code, p.id, k.number, '2024-09-01', '2024-12-31'
            from (values ('INNO', 'K1', 1), ('ETDZ', 'K2', 2), ('ETDZ', 'K3', 3)) as k (zone, code, number)
            join core.zone z on z.code = k.zone cross join enrollment.program p;
            insert into enrollment.cohort_party (cohort_id, zone_id, level) select id, zone_id, 'host' from enrollment.cohort;
            insert into enrollment.cohort_party (cohort_id, zone_id, level)
            select c.id, z.id, 'guest' from enrollment.cohort c, core.zone z where (c.code, z.code) = ('K1', 'ETDZ');
            insert into enrollment.cohort_seats (cohort_id, capacity, unlimited)
            select id, case code when 'K1' then 30 when 'K2' then 20 else 0 end, code = 'K3' from enrollment.cohort;
            """
        )
    }

    /// A time on a day of September 2024.
    static func time(_ day: Int, _ from: String, _ until: String) throws -> SessionTime {
        let date = try Day(year: 2024, month: 9, day: day)
        return try SessionTime(
            starts: Instant(date, TimeOfDay(iso: from)),
            ends: Instant(date, TimeOfDay(iso: until))
        )
    }

    /// The verb that plans a session of a course on the 3rd, in `R301` with `T1` from seven to nine unless said otherwise.
    static func planning(
        _ code: String?,
        course: String = "L1",
        venue: String = "R301",
        instructor: String? = "T1",
        day: Int = 3,
        _ from: String = "19:00",
        _ until: String = "21:00",
        contact: String? = nil
    ) throws -> Verb<PlannedSession> {
        let time = try time(day, from, until)
        return SessionStore.add(
            code: try code.map { try Code($0) },
            course: try Code(course),
            venue: try Code(venue),
            instructor: try instructor.map { try Code($0) },
            time: time,
            hours: time.trainingHours,
            contact: contact
        )
    }

    /// The morning before the first of the sessions that tests plan.
    static let morning = "2024-09-01T09:00"

    /// A session of an officer of one zone, before everything is held.
    func officer(_ zone: String) throws -> Session {
        try database.session(as: "officer_" + zone.lowercased(), zone: zone, at: Instant(iso: Self.morning))
    }

    /// A session of the login that has all roles, before everything is held.
    func before(_ zone: String) throws -> Session { try database.session(zone: zone, at: Instant(iso: Self.morning)) }

    /// A session acting for INNO.
    var inno: Session { get throws { try officer("INNO") } }
    /// A session acting for ETDZ.
    var etdz: Session { get throws { try officer("ETDZ") } }
    /// A session acting for TZBA.
    var tzba: Session { get throws { try officer("TZBA") } }

    /// How many rows a query of one number counts, as the owner sees them.
    func count(_ statement: Statement) throws -> Int64? {
        try database.connection().value(statement, as: Int64.self)
    }
}

extension SessionStore {
    /// All sessions that match, in an array.
    static func all(_ session: Session, matching filter: SessionFilter = .init()) throws -> [ScheduledSession] {
        var rows: [ScheduledSession] = []
        try list(session, matching: filter) { rows.append($0) }
        return rows
    }
}
