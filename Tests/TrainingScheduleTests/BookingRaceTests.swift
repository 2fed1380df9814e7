import Store
import StoreTesting
import Testing
import TrainingSchedule
import Zones

@Suite(.database)
struct BookingRaceTests {
    let world: ScheduleWorld

    init() throws { world = try ScheduleWorld() }

    @Test func `of twelve connections booking one room at one time exactly one wins, and the others hear why`() throws {
        let world = world
        for day in 3...7 {
            let answers = race(12) { index in
                // Every second one wants another half hour, so that the times overlap without being equal.
                let from = index.isMultiple(of: 2) ? "19:00" : "19:30"
                return try world.before("INNO").perform(
                    ScheduleWorld.planning(nil, day: day, from, "21:00")
                )
            }
            #expect(answers.count { (try? $0.get()) != nil } == 1)
            for case .failure(let error) in answers {
                #expect((error as? ScheduleRejection)?.code == "SCH01", "\(error)")
            }
        }
        #expect(try world.count("select count(*) from schedule.session") == 5)
        #expect(try world.count("select count(*) from schedule.resource_booking") == 15)
    }

    @Test func `two zones racing for each other's room and instructor never deadlock and never both win`() throws {
        let world = world
        let answers = race(8) { index in
            let etdz = index.isMultiple(of: 2)
            let session = try world.before(etdz ? "ETDZ" : "INNO")
            return try (0..<10).count { round in
                do {
                    try session.perform(
                        ScheduleWorld.planning(nil, course: etdz ? "L2" : "L1", day: 10 + (round + index) % 10)
                    )
                    return true
                } catch is ScheduleRejection { return false }
            }
        }
        let won = try answers.reduce(0) { try $0 + $1.get() }
        #expect(won == 10)
        #expect(try world.count("select count(*) from schedule.session") == 10)
    }

    @Test func `a session cancelled by many at once is cancelled once`() throws {
        try world.inno.perform(ScheduleWorld.planning("S1"))
        let world = world
        let answers = race(8) { _ in
            try world.before("INNO").perform(SessionStore.cancel(Code("S1"), reason: "样例"))
        }
        #expect(answers.count { (try? $0.get()) != nil } == 1)
        for case .failure(let error) in answers {
            #expect(error as? ScheduleRejection == .alreadyCancelled(session: "S1"), "\(error)")
        }
        #expect(try world.count("select count(*) from core.notice") == 3)
    }
}
