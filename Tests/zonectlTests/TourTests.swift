import Foundation
import StoreTesting
import Testing

/// The tour is the program's acceptance test: it is played by the real binary.
@Suite(.newDatabase)
struct TourTests {
    private func play(_ arguments: [String] = []) throws -> Zonectl.Answer {
        let zonectl = Zonectl(database: TestDatabase.current, options: [])
        return try zonectl.run(arguments + ["run", "--echo", "deploy/sample/tour.zctl"])
    }

    @Test func `the tour plays to its end`() throws {
        let answer = try play()
        #expect(answer.status == 0, "\(answer.errors)")
        #expect(answer.errors == "")
        #expect(answer.text.contains("E-3\twaitlisted\t1"))
        #expect(answer.text.contains("[SCH01]"))
    }

    @Test func `her benefits are answered clause by clause, before and after the handoff`() throws {
        let answer = try play(["--lang", "zh"])
        #expect(answer.text.contains("NT-STARTUP\tverdict\t2024\tyes\t8000.00"))
        #expect(answer.text.contains("NT-JOBS\tverdict\t2024\tunknown"))
        #expect(answer.text.contains("NT-JOBS\tverdict\t2024\tyes\t4000.00"))
        #expect(answer.text.contains("TRAINED\tyes\t\\N\ttrainings 1 [YEKETANG NIGHT-1 2024-09-03 2 C-1]"))
        #expect(answer.text.contains("年利率 3.85%，利息 7700.00/年，贴息 7700.00/年"))
        #expect(answer.text.contains("年利率 3.60%，利息 7200.00/年，贴息 7200.00/年"))
        let card = answer.lines.suffix(25).drop { !$0.hasPrefix("答复卡") }.filter { !$0.hasPrefix(">") }
        #expect(card.count > 10 && card.count <= 25)
        #expect(card.contains { $0.contains("金额为假定") })
        #expect(card.contains { $0.contains("项目所在区 ETDZ") } && !card.contains { $0.contains("INNO") })
    }
}
