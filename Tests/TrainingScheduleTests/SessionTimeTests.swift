import Testing
import TrainingSchedule
import Zones

struct SessionTimeTests {
    private func time(_ starts: String, _ ends: String) throws -> SessionTime {
        try SessionTime(starts: Instant(iso: starts), ends: Instant(iso: ends))
    }

    @Test func `two hours hold two training hours of 45 minutes`() throws {
        #expect(try time("2024-09-03T19:00", "2024-09-03T21:00").trainingHours == 2)
        #expect(try time("2024-09-03T19:00", "2024-09-03T19:45").trainingHours == 1)
        #expect(try time("2024-09-03T19:00", "2024-09-03T19:44").trainingHours == 0)
        #expect(try time("2024-09-03T09:00", "2024-09-03T12:00").trainingHours == 4)
    }

    @Test(arguments: ["2024-09-03T19:00", "2024-09-03T18:59", "2024-09-02T21:00"])
    func `an end at or before the start is refused`(ends: String) throws {
        #expect(throws: ScheduleRejection.endsBeforeStart) { try time("2024-09-03T19:00", ends) }
    }

    @Test(arguments: ["2024-09-04T00:00", "2024-09-04T01:00", "2024-09-05T19:30"])
    func `a session over midnight is refused, and midnight belongs to the next day`(ends: String) throws {
        #expect(throws: ScheduleRejection.overMidnight) { try time("2024-09-03T23:00", ends) }
    }

    @Test func `the day is the one of zone time, whatever offset was written`() throws {
        let evening = try time("2024-09-03T16:30Z", "2024-09-03T18:00Z")
        #expect(evening.starts.day == (try Day(iso: "2024-09-04")))
        #expect(throws: ScheduleRejection.overMidnight) { try time("2024-09-03T15:30Z", "2024-09-03T16:30Z") }
    }

    @Test func `fewer training hours than fit may be counted, more may not`() throws {
        let evening = try time("2024-09-03T19:00", "2024-09-03T21:00")
        #expect(try evening.counting(nil) == 2)
        #expect(try evening.counting(1) == 1)
        #expect(throws: ScheduleRejection.hoursDoNotFit) { try evening.counting(3) }
        #expect(throws: ScheduleRejection.hoursDoNotFit) { try evening.counting(-1) }
    }

    @Test func `sessions that touch do not overlap, sessions that share a minute do`() throws {
        let first = try time("2024-09-03T19:00", "2024-09-03T20:00")
        let second = try time("2024-09-03T20:00", "2024-09-03T21:00")
        let third = try time("2024-09-03T19:59", "2024-09-03T20:30")
        #expect(first.overlap(with: second) == nil)
        #expect(second.overlap(with: first) == nil)
        let shared = try #require(first.overlap(with: third))
        #expect(shared.starts == third.starts)
        #expect(shared.ends == first.ends)
        #expect(third.overlap(with: second)?.starts == second.starts)
    }
}
