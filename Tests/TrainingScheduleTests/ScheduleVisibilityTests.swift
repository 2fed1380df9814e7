import Casework
import Postgres
import Store
import StoreTesting
import Testing
import TrainingSchedule
import Zones

@Suite(.database)
struct ScheduleVisibilityTests {
    let world: ScheduleWorld
    let week: (from: Day, until: Day)

    init() throws {
        world = try ScheduleWorld()
        week = (try Day(iso: "2024-09-02"), try Day(iso: "2024-09-08"))
        try world.inno.perform(ScheduleWorld.planning("JOINT", contact: "培训科"))
        try world.etdz.perform(ScheduleWorld.planning("PRIVATE", course: "L2", day: 4, contact: "招商科"))
    }

    @Test func `a joint session is seen by both zones, a private one by its own`() throws {
        #expect(try SessionStore.all(world.inno).map(\.code.text) == ["JOINT"])
        #expect(try SessionStore.all(world.etdz).map(\.code.text) == ["JOINT", "PRIVATE"])
        #expect(try SessionStore.all(world.tzba).isEmpty)
    }

    @Test func `the owner of a room sees when it is taken and whom to ask, not by what`() throws {
        let busy = try BusyStore.list(world.inno, of: .venue, from: week.from, until: week.until)
        #expect(busy.map(\.session?.text) == ["JOINT", nil])
        #expect(busy.map(\.zone.text) == ["INNO", "ETDZ"])
        #expect(busy.map(\.contact) == ["培训科", "招商科"])
        #expect(busy.map(\.starts.day.day) == [3, 4])
    }

    @Test func `a zone that may watch a room sees its times, of the instructor nothing`() throws {
        let tzba = try world.tzba
        let busy = try BusyStore.list(tzba, of: .venue, Code("R301"), from: week.from, until: week.until)
        #expect(busy.map(\.session) == [nil, nil])
        #expect(try BusyStore.list(tzba, of: .instructor, from: week.from, until: week.until).isEmpty)
        #expect(try BusyStore.list(world.etdz, of: .instructor, from: week.from, until: week.until).count == 2)
    }

    @Test func `busy times are those of the days asked for, both included`() throws {
        let third = try Day(iso: "2024-09-03")
        let inno = try world.inno
        #expect(try BusyStore.list(inno, of: .venue, from: third, until: third).map(\.session?.text) == ["JOINT"])
        #expect(try BusyStore.list(inno, of: .venue, from: week.from, until: week.from).isEmpty)
        try inno.perform(SessionStore.cancel(Code("JOINT"), reason: "样例"))
        #expect(try BusyStore.list(inno, of: .venue, from: third, until: third).isEmpty)
    }

    @Test func `trainees' zones learn what the room is called, and no more`() throws {
        try world.inno.perform(VenueStore.add(code: Code("HALL"), name: "样例礼堂", capacity: 200))
        #expect(try VenueStore.list(world.etdz).contains { $0.code.text == "HALL" } == false)
        try world.inno.perform(ScheduleWorld.planning("S3", venue: "HALL", instructor: nil, day: 5))
        #expect(try SessionStore.all(world.etdz).last?.venue?.text == "HALL")
        #expect(try VenueStore.list(world.etdz).first { $0.code.text == "HALL" }?.level == .attends)
        let hall = try Code("HALL")
        #expect(try BusyStore.list(world.etdz, of: .venue, hall, from: week.from, until: week.until).isEmpty)
        #expect(throws: ScheduleRejection.roomNotLent(venue: "HALL", owner: "INNO", askFor: "")) {
            try world.etdz.perform(ScheduleWorld.planning("S4", course: "L2", venue: "HALL", day: 6))
        }
    }

    @Test func `a joint office sees the rooms, instructors and sessions of all zones`() throws {
        try world.database.connection().script(
            """
            do $$ begin
                if not exists (select from pg_roles where rolname = 'joint') then
                    create role joint login in role zb_joint_office;
                end if;
            end $$;
            insert into core.membership (login, role, valid_from) values ('joint', 'joint_office', '2000-01-01');
            """
        )
        let joint = try world.database.session(as: "joint", zone: nil)
        #expect(try SessionStore.all(joint).map(\.code.text) == ["JOINT", "PRIVATE"])
        #expect(try VenueStore.list(joint).map(\.guests) == [["ETDZ"], []])
        #expect(try VenueStore.list(joint).map(\.level) == [nil, nil])
        #expect(try InstructorStore.list(joint).map(\.code.text) == ["T1"])
        let busy = try BusyStore.list(joint, of: .instructor, from: week.from, until: week.until)
        #expect(busy.map(\.session?.text) == ["JOINT", "PRIVATE"])
    }

    @Test func `without a zone nobody else learns anything`() throws {
        let stranger = try world.database.session(as: "stranger", zone: "INNO")
        #expect(try SessionStore.all(stranger).isEmpty)
        #expect(throws: PostgresError.self) {
            try BusyStore.list(stranger, of: .venue, from: week.from, until: week.until)
        }
        .map { #expect($0.constraint == "zone_needed") }
    }

    @Test func `bookings and writes are closed to every login`() throws {
        let session = try world.inno
        for statement in [
            "select count(*) from schedule.resource_booking" as Statement,
            "insert into schedule.course (zone_id, code, name, cohort_id) values (1, 'X', 'X', 1)",
            "update schedule.session set hours = 0", "delete from schedule.venue_party",
        ] {
            #expect(throws: PostgresError.self) { try session.connection.execute(statement) }
                .map { #expect($0.sqlState?.rawValue == "42501") }
        }
    }

    @Test func `other modules read the sessions of a cohort under the reader's own eyes`() throws {
        let rows = try world.inno.connection.rows(
            "select cohort_code, session_code, hours, state from schedule.session_of_cohort",
            as: (String, String, Int32, String).self
        )
        #expect(rows.map(\.1) == ["JOINT"])
        #expect(rows.first?.0 == "K1")
        #expect(rows.first?.2 == 2)
        #expect(rows.first?.3 == "scheduled")
    }

    @Test func `the coming week's sessions are due, those without instructor as such`() throws {
        try world.inno.perform(ScheduleWorld.planning("OPEN", instructor: nil, day: 6))
        try world.inno.perform(ScheduleWorld.planning("LATER", day: 20))
        try world.inno.perform(ScheduleWorld.planning("GONE", day: 7))
        try world.inno.perform(SessionStore.cancel(Code("GONE"), reason: "样例"))
        let monday = try world.database.session(as: "officer_inno", zone: "INNO", at: Instant(iso: "2024-09-03T08:00"))
        let due = try Todo.list(monday, from: [.schedule], days: 7)
        #expect(due.map(\.subject) == ["session:JOINT", "session:OPEN"])
        #expect(due.map(\.kind) == ["session_held", "session_without_instructor"])
        #expect(due.first?.facts == ["L1", "K1", "R301", "19:00"])
        #expect(due.first?.dueOn == (try Day(iso: "2024-09-03")))
    }
}
