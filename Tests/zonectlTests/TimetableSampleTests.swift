import StoreTesting
import Testing

/// The sample timetable of two cohorts of both zones is played by the real binary.
@Suite(.newDatabase)
struct TimetableSampleTests {
    private func play(_ arguments: [String] = []) throws -> Zonectl.Answer {
        let zonectl = Zonectl(database: TestDatabase.current, options: [])
        return try zonectl.run(arguments + ["run", "--echo", "deploy/sample/timetable.zctl"])
    }

    @Test func `a timetable of two cohorts is proposed, carried out, and repaired after an illness`() throws {
        let answer = try play(["--lang", "zh"])
        #expect(answer.status == 0, "\(answer.errors)")
        // All fourteen lectures have a place, without a hard violation.
        #expect(answer.lines.count { $0.hasPrefix("PLAN\tL-") || $0.hasPrefix("PLAN\tX-") } == 14)
        #expect(answer.lines.contains("PLAN\t14\t0\t0"))
        #expect(answer.text.contains("硬冲突 0（未排 0）"))
        // The deputy takes over what they have hours for.
        let repaired = try #require(answer.lines.first { $0.hasPrefix("Q-2024-000001\t0\t") })
        let substituted = try #require(repaired.split(separator: "\t").last.flatMap { Int($0) })
        #expect((4...7).contains(substituted))
        #expect(answer.lines.contains { $0.hasPrefix("Q-2024-000001\t") && $0.contains("\tT-DEPUTY\t") })
        #expect(answer.text.contains("[SCH16]"))
        #expect(answer.text.contains("原因：讲师病假") && !answer.text.contains("原因：Q-"))
    }

    @Test func `what it prints in English has no Chinese sentence`() throws {
        let answer = try play(["--lang", "en"])
        #expect(answer.status == 0, "\(answer.errors)")
        let costs = answer.lines.filter { $0.contains("hard 0 (unplaced 0)") }
        #expect(costs.count == 4, "\(answer.text)")
        #expect(!costs.joined().unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    }
}
