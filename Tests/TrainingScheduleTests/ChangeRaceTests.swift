import Store
import StoreTesting
import Testing
import TrainingSchedule
import Zones

@Suite(.database)
struct ChangeRaceTests {
    let world: ScheduleWorld

    init() throws { world = try ScheduleWorld() }

    @Test func `of eight officers moving one session at once one wins, and seven hear what happened`() throws {
        let world = world
        try world.inno.perform(ScheduleWorld.planning("S1"))
        let seen = try Instant(iso: "2024-09-03T19:00")
        let answers = race(8) { index in
            try world.before("INNO").perform(
                SessionStore.move(Code("S1"), was: seen, starts: Instant(iso: "2024-09-1\(index)T19:00"))
            )
        }
        let won = answers.compactMap { try? $0.get() }
        #expect(won.count == 1)
        for case .failure(let error) in answers {
            guard case .changedMeanwhile(_, let other)? = error as? ScheduleRejection else {
                Issue.record("\(error)")
                continue
            }
            #expect(other.starts == String(won[0].starts.description.prefix(16)))
        }
        #expect(try world.count("select count(*) from schedule.session_change") == 1)
    }

    @Test func `sessions swapped in a ring by many never share a room, and no change is lost`() throws {
        let world = world
        for day in 3...6 { try world.inno.perform(ScheduleWorld.planning("S\(day)", day: day)) }
        let answers = race(8) { index in
            let session = try world.before("INNO")
            return try (0..<5).count { round in
                let first = 3 + (index + round) % 4
                let second = 3 + (index + round + 1) % 4
                do {
                    try session.perform(SessionStore.swap(Code("S\(first)"), Code("S\(second)")))
                    return true
                } catch ScheduleRejection.changedMeanwhile { return false }
            }
        }
        let swaps = try answers.reduce(0) { try $0 + $1.get() }
        #expect(swaps > 0)
        #expect(try world.count("select sum(sequence)::bigint from schedule.session") == Int64(2 * swaps))
        #expect(try world.count("select count(distinct held_on) from schedule.session") == 4)
    }

    @Test func `sessions moved onto one free hour by eight at once leave one there`() throws {
        let world = world
        for day in 3...10 { try world.inno.perform(ScheduleWorld.planning("S\(day)", day: day)) }
        let answers = race(8) { index in
            try world.before("INNO").perform(
                SessionStore.move(Code("S\(index + 3)"), starts: Instant(iso: "2024-09-20T19:00"))
            )
        }
        #expect(answers.count { (try? $0.get()) != nil } == 1)
        for case .failure(let error) in answers {
            #expect((error as? ScheduleRejection)?.code == "SCH01", "\(error)")
        }
    }
}
