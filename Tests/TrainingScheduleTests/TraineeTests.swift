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

    /// Enrolls by the other module's verb.
    private func enroll(_ cohort: String, _ code: String, at clock: String = ScheduleWorld.morning)
        throws(PostgresError)
    {
        let session: Session
        do { session = try world.database.session(as: "officer_inno", zone: "INNO", at: Instant(iso: clock)) } catch {
            throw PostgresError(.connection, "\(error)")
        }
        let request = session.request(cohort + code)
        _ = try session.connection.execute("select enrollment.enroll(\(request), \(cohort), 'P1', \(code))")
    }

    /// ETDZ's cohort is opened to INNO, so that one of its people can sit in both.
    private func openK2() throws {
        try world.database.connection().script(
            """
            insert into enrollment.cohort_party (cohort_id, zone_id, level)
            select c.id, z.id, 'guest' from enrollment.cohort c, core.zone z where (c.code, z.code) = ('K2', 'INNO');
            """
        )
    }

    @Test func `who sits in a session elsewhere is refused a seat in a cohort that meets then`() throws {
        try openK2()
        try world.inno.perform(ScheduleWorld.planning("S1"))
        try world.etdz.perform(
            ScheduleWorld.planning("S2", course: "L2", venue: "R302", instructor: nil, "20:00", "21:00")
        )
        try enroll("K1", "E1")
        let error = #expect(throws: PostgresError.self) { try enroll("K2", "E2") }
        let refusal = try #require(error.flatMap { ScheduleRejection.refusing($0.constraint ?? "", facts: $0.facts) })
        guard case .traineeBusy("K2", let overlaps) = refusal else {
            Issue.record("\(refusal)")
            return
        }
        #expect(overlaps.map(\.session) == ["S1"])
        #expect(overlaps.first?.starts == (try Instant(iso: "2024-09-03T20:00")))
        #expect(try world.count("select count(*) from enrollment.enrollment") == 1)
        // After those sessions the seat is free for the asking.
        try enroll("K2", "E2", at: "2024-09-04T09:00")
    }

    @Test func `a session that meets another one of its trainees is refused, with how many and where`() throws {
        try openK2()
        try enroll("K1", "E1")
        try enroll("K2", "E2")
        try world.inno.perform(ScheduleWorld.planning("S1"))
        do {
            try world.etdz.perform(
                ScheduleWorld.planning("S2", course: "L2", venue: "R302", instructor: nil, "20:00", "21:00")
            )
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

    @Test func `a seat that was given up frees its holder's time`() throws {
        try openK2()
        try enroll("K1", "E1")
        try enroll("K2", "E2")
        try world.inno.perform(ScheduleWorld.planning("S1"))
        let session = try world.inno
        let request = session.request("withdraw")
        _ = try session.connection.execute("select enrollment.withdraw(\(request), 'E1', '样例')")
        try world.etdz.perform(
            ScheduleWorld.planning("S2", course: "L2", venue: "R302", instructor: nil, "20:00", "21:00")
        )
        #expect(try world.count("select count(*) from schedule.resource_booking where identity_id is not null") == 1)
    }

    @Test func `seats and sessions that come at the same moment find each other`() throws {
        try openK2()
        try enroll("K1", "E0")
        let world = world
        for day in 3...6 {
            let answers = race(8) { index -> Bool in
                do {
                    if index == 0 {
                        let session = try world.officer("INNO")
                        let request = session.request("race \(day)")
                        _ = try session.connection.execute(
                            "select enrollment.enroll(\(request), 'K2', 'P1', \("E\(day)"))"
                        )
                    } else if index == 1 {
                        try world.before("INNO").perform(ScheduleWorld.planning("A\(day)", instructor: nil, day: day))
                    } else if index == 2 {
                        try world.before("ETDZ").perform(
                            ScheduleWorld.planning("B\(day)", course: "L2", venue: "R302", instructor: nil, day: day)
                        )
                    }
                    return true
                } catch is ScheduleRejection { return false } catch let error as PostgresError {
                    guard error.constraint == "trainee_free_for_cohort" else { throw error }
                    return false
                }
            }
            for answer in answers { _ = try answer.get() }
            let session = try world.inno
            let request = session.request("out \(day)")
            _ = try? session.connection.execute("select enrollment.withdraw(\(request), \("E\(day)"), '样例')")
        }
        // Every session of a cohort with a seated trainee is in their bookings.
        let missing = try world.count(
            """
            select count(*) from enrollment.seat_holder h join schedule.session s on s.cohort_id = h.cohort_id
            where not exists (select from schedule.resource_booking b
                where b.session_id = s.id and b.identity_id = h.identity_id)
            """
        )
        #expect(missing == 0)
    }
}
