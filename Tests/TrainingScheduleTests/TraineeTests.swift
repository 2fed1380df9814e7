import Casework
import Postgres
import Store
import StoreTesting
import Testing
import TrainingSchedule
import Zones

@Suite(.database)
struct TraineeTests {
    let world: ScheduleWorld

    init() throws {
        world = try ScheduleWorld()
        try world.inno.perform(PersonStore.add(code: Code("P1"), name: PersonName("样例一"), PersonDetails()))
        try world.inno.perform(
            VenueStore.add(code: Code("R302"), name: "样例楼302", capacity: 60, guests: [ZoneCode("ETDZ")])
        )
    }

    /// A seat of P1, written as the owner: its verbs are another module's.
    private static func seat(_ world: ScheduleWorld, _ cohort: String, _ code: String, at clock: String) throws {
        let at = try Instant(iso: clock)
        try world.database.connection().execute(
            """
            insert into enrollment.enrollment (zone_id, registered_by_zone_id, code, cohort_id, person_id, identity_id,
                state, applied_at, seated_at)
            select p.zone_id, p.zone_id, \(code), c.id, p.id, p.identity_id, 'enrolled', \(at), \(at)
            from core.person p, enrollment.cohort c where p.code = 'P1' and c.code = \(cohort)
            """
        )
    }

    private func seat(_ cohort: String, _ code: String, at clock: String = ScheduleWorld.morning) throws {
        try Self.seat(world, cohort, code, at: clock)
    }

    private static func leave(_ world: ScheduleWorld, _ code: String) throws {
        try world.database.connection().execute(
            "update enrollment.enrollment set state = 'withdrawn', left_at = now() where code = \(code)"
        )
    }

    private func planK2(_ code: String, day: Int = 3) throws {
        try world.etdz.perform(
            ScheduleWorld.planning(code, course: "L2", venue: "R302", instructor: nil, day: day, "20:00", "21:00")
        )
    }

    @Test func `a seat books its holder's time, and where two meet the zone is told`() throws {
        try world.inno.perform(ScheduleWorld.planning("S1"))
        try planK2("S2")
        try planK2("S3", day: 4)
        try seat("K1", "E1")
        try seat("K2", "E2")
        #expect(try world.count("select count(*) from schedule.resource_booking where identity_id is not null") == 2)
        let notice = try #require(try NoticeStore.list(world.inno).first { $0.kind == "trainee_overlap" })
        #expect(notice.recipient == "person:P1")
        #expect(notice.facts[0] == "K2")
        #expect(notice.facts[3] == "2024-09-03T20:00:00+08:00")
        #expect(notice.facts[5] == "S1")
    }

    @Test func `who could not come to a session comes to it when it moves`() throws {
        try world.inno.perform(ScheduleWorld.planning("S1"))
        try planK2("S2")
        try seat("K1", "E1")
        try seat("K2", "E2")
        try world.etdz.perform(SessionStore.move(Code("S2"), starts: Instant(iso: "2024-09-05T20:00")))
        #expect(try world.count("select count(*) from schedule.resource_booking where identity_id is not null") == 2)
        let rejection = #expect(throws: ScheduleRejection.self) {
            try world.etdz.perform(SessionStore.move(Code("S2"), starts: Instant(iso: "2024-09-03T20:00")))
        }
        #expect(rejection?.code == "SCH15")
    }

    @Test func `what was over before the seat was taken books nothing`() throws {
        try world.inno.perform(ScheduleWorld.planning("S1"))
        try seat("K1", "E1", at: "2024-09-04T09:00")
        #expect(try world.count("select count(*) from schedule.resource_booking where identity_id is not null") == 0)
    }

    @Test func `a session that meets another one of its trainees is refused, with how many and where`() throws {
        try seat("K1", "E1")
        try seat("K2", "E2")
        try world.inno.perform(ScheduleWorld.planning("S1"))
        do {
            try planK2("S2")
            Issue.record("not refused")
        } catch let rejection as ScheduleRejection {
            guard case .traineesTaken(let overlaps) = rejection else {
                Issue.record("\(rejection)")
                return
            }
            #expect(overlaps.map(\.kind) == [.trainee])
            #expect(overlaps.first?.resource == "1")
            #expect(overlaps.first?.session == "S1")
        }
    }

    @Test func `a seat that was given up frees its holder's time, one that moves takes it along`() throws {
        try world.inno.perform(ScheduleWorld.planning("S1"))
        try seat("K1", "E1")
        try planK2("S2", day: 4)
        try world.database.connection().execute(
            """
            update enrollment.enrollment e set cohort_id = c.id from enrollment.cohort c
            where e.code = 'E1' and c.code = 'K2'
            """
        )
        #expect(
            try world.count(
                """
                select count(*) from schedule.resource_booking b join schedule.session s on s.id = b.session_id
                where b.identity_id is not null and s.code = 'S2'
                """
            ) == 1
        )
        try Self.leave(world, "E1")
        #expect(try world.count("select count(*) from schedule.resource_booking where identity_id is not null") == 0)
    }

    @Test func `seats and sessions that come at the same moment find each other`() throws {
        let world = world
        try seat("K1", "E0")
        for day in 3...6 {
            let answers = race(8) { index -> Bool in
                do {
                    switch index % 3 {
                    case 0 where index == 0: try Self.seat(world, "K2", "E\(day)", at: ScheduleWorld.morning)
                    case 1: try world.before("INNO").perform(ScheduleWorld.planning(nil, instructor: nil, day: day))
                    default:
                        try world.before("ETDZ").perform(
                            ScheduleWorld.planning(nil, course: "L2", venue: "R302", instructor: nil, day: day)
                        )
                    }
                    return true
                } catch is ScheduleRejection { return false }
            }
            for answer in answers { _ = try answer.get() }
            // Whoever sits in a cohort has booked each of its sessions, or has another one then.
            let missing = try world.count(
                """
                select count(*) from enrollment.seat_holder h join schedule.session s on s.cohort_id = h.cohort_id
                where not exists (select from schedule.resource_booking b
                    where b.identity_id = h.identity_id and b.during && s.during and not b.cancelled)
                """
            )
            #expect(missing == 0)
            try Self.leave(world, "E\(day)")
        }
        #expect((try world.count("select count(*) from schedule.session") ?? 0) >= 4)
    }
}
