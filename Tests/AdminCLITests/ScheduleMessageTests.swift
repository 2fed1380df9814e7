import Testing
import TrainingSchedule

@testable import AdminCLI

/// Every way in which the schedule says no has its words.
struct ScheduleMessageTests {
    @Test func `every rule of the schedule is told in both languages under an explained code`() {
        let explained = Set(ScheduleRejection.explanations.map(\.code))
        for rule in ScheduleRejection.rules {
            guard let rejection = ScheduleRejection.refusing(rule, facts: ["A", "B", "C", "D", "E", "F", "G"]) else {
                Issue.record("\(rule)")
                continue
            }
            #expect(explained.contains(rejection.code), "\(rejection.code)")
            #expect(!rejection.zh.isEmpty && !rejection.en.isEmpty && rejection.zh != rejection.code, "\(rule)")
        }
        #expect(ScheduleRejection.explanations.count == explained.count)
        #expect((1...34).allSatisfy { explained.contains($0 < 10 ? "SCH0\($0)" : "SCH\($0)") })
    }

    @Test func `alternatives are told before what else can be done`() throws {
        let refused = RefusedWithAlternatives(
            rejection: .roomTaken([]),
            alternatives: [
                Alternative(
                    venue: try .init("R302"),
                    time: try SessionTime(starts: .init(iso: "2024-09-03T19:00"), ends: .init(iso: "2024-09-03T21:00"))
                )
            ]
        )
        #expect(refused.hint?.zh.contains("R302 2024-09-03 19:00–21:00") == true)
        #expect(refused.code == "SCH01")
    }
}
