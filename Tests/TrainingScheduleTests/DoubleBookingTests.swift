import Postgres
import Store
import StoreTesting
import Testing
import TrainingSchedule
import Zones

@Suite(.database)
struct DoubleBookingTests {
    let world: ScheduleWorld

    init() throws { world = try ScheduleWorld() }

    /// The rejection that a verb ends with; nil if it was done.
    private func refusal(_ session: Session, _ verb: Verb<PlannedSession>) throws -> ScheduleRejection? {
        do {
            try session.perform(verb)
            return nil
        } catch let rejection as ScheduleRejection { return rejection }
    }

    @Test func `a room booked twice is refused with the room, the overlap and the other session`() throws {
        try world.inno.perform(ScheduleWorld.planning("S1"))
        let other = try ScheduleWorld.planning("S2", instructor: nil, "20:00", "21:30")
        guard case .roomTaken(let overlaps) = try refusal(world.inno, other) else {
            Issue.record("not refused for the room")
            return
        }
        let room = try #require(overlaps.first)
        #expect(room.kind == .venue)
        #expect(room.resource == "R301")
        #expect(room.starts == (try Instant(iso: "2024-09-03T20:00")))
        #expect(room.ends == (try Instant(iso: "2024-09-03T21:00")))
        #expect(room.session == "S1")
        #expect(room.zone == "INNO")
        #expect(overlaps.map(\.kind) == [.venue, .cohort])
    }

    @Test func `of another zone's private session only zone and contact are told`() throws {
        try world.etdz.perform(ScheduleWorld.planning("SECRET", course: "L2", contact: "招商科"))
        guard case .roomTaken(let overlaps) = try refusal(world.inno, ScheduleWorld.planning("S1")) else {
            Issue.record("not refused for the room")
            return
        }
        #expect(overlaps.map(\.kind) == [.venue, .instructor])
        #expect(overlaps.allSatisfy { $0.session == nil && $0.zone == "ETDZ" && $0.contact == "招商科" })
    }

    @Test func `instructor and cohort are refused by their own codes`() throws {
        let inno = try world.inno
        try inno.perform(VenueStore.add(code: Code("R302"), name: "样例楼302", capacity: 60, guests: [ZoneCode("ETDZ")]))
        try inno.perform(ScheduleWorld.planning("S1"))
        let taught = try refusal(world.etdz, ScheduleWorld.planning("S2", course: "L2", venue: "R302"))
        #expect(taught?.code == "SCH02")
        let attended = try refusal(inno, ScheduleWorld.planning("S3", venue: "R302", instructor: nil))
        #expect(attended?.code == "SCH03")
        let free = try refusal(world.etdz, ScheduleWorld.planning("S4", course: "L2", venue: "R302", instructor: nil))
        #expect(free == nil)
    }

    @Test func `a session may start at the instant at which another ends`() throws {
        try world.inno.perform(ScheduleWorld.planning("S1", "19:00", "20:00"))
        try world.inno.perform(ScheduleWorld.planning("S2", "20:00", "21:00"))
        try world.inno.perform(ScheduleWorld.planning("S3", "18:00", "19:00"))
        #expect(try SessionStore.all(world.inno).map(\.code.text) == ["S3", "S1", "S2"])
        #expect(try refusal(world.inno, ScheduleWorld.planning("S4", "19:59", "20:01"))?.code == "SCH01")
    }

    @Test func `bookings follow their session, and moving one onto another is refused to every writer`() throws {
        try world.inno.perform(ScheduleWorld.planning("S1", "19:00", "20:00"))
        try world.inno.perform(ScheduleWorld.planning("S2", "20:00", "21:00"))
        let owner = try world.database.connection()
        let error = #expect(throws: PostgresError.self) {
            try owner.execute(
                "update schedule.session set ends_at = ends_at + interval '1 minute' where code = 'S1'"
            )
        }
        #expect(error?.constraint == "session_room_not_double_booked")
        try owner.execute(
            """
            update schedule.session set starts_at = starts_at - interval '1 hour', ends_at = ends_at - interval '1 hour'
            where code = 'S1'
            """
        )
        let moved = try world.count(
            """
            select count(*) from schedule.resource_booking b join schedule.session s on s.id = b.session_id
            where s.code = 'S1' and lower(b.during) = '2024-09-03T18:00+08' and b.during = s.during
            """
        )
        #expect(moved == 3)
    }

    @Test func `two sessions change places in one transaction`() throws {
        try world.inno.perform(ScheduleWorld.planning("S1", "19:00", "20:00"))
        try world.inno.perform(ScheduleWorld.planning("S2", "20:00", "21:00"))
        try world.database.connection().script(
            """
            begin;
            set constraints all deferred;
            update schedule.session s set starts_at = o.starts_at, ends_at = o.ends_at
            from schedule.session o where o.id <> s.id;
            commit;
            """
        )
        #expect(try SessionStore.all(world.inno).map(\.code.text) == ["S2", "S1"])
    }

    @Test func `times that make no session are refused to every writer`() throws {
        try world.inno.perform(ScheduleWorld.planning("S1"))
        let owner = try world.database.connection()
        for (change, rule) in [
            ("update schedule.session set ends_at = starts_at, hours = 0" as Statement, "session_ends_after_start"),
            ("update schedule.session set ends_at = starts_at - interval '1 hour'", "session_ends_after_start"),
            ("update schedule.session set ends_at = starts_at + interval '5 hours'", "session_within_one_day"),
            ("update schedule.session set hours = 3", "session_hours_fit"),
            ("update schedule.session set state = 'perhaps'", "session_state_known"),
        ] {
            #expect(throws: PostgresError.self) { try owner.execute(change) }.map { #expect($0.constraint == rule) }
        }
    }
}
