import Testing
import TrainingSchedule
import Zones

@testable import AdminCLI

struct WeekGridTests {
    private func week(_ contact: String) throws -> Week {
        let monday = try Day(iso: "2024-09-02")
        let entries = try (0..<3).map { index in
            Week.Entry(
                Busy(
                    resource: try Code("R1"),
                    starts: try Instant(iso: "2024-09-0\(3 + index)T19:00"),
                    ends: try Instant(iso: "2024-09-0\(3 + index)T21:00"),
                    zone: try ZoneCode("ETDZ"),
                    contact: contact,
                    session: nil
                )
            )
        }
        return Week(kind: .venue, name: "紫琅人才公寓", monday: monday, entries: entries)
    }

    @Test(arguments: ["招商科", "abc", "很长很长的联系人名字到这里还没有完呢", "a\u{1B}[31m红"])
    func `every row of the grid takes the same width of the terminal`(contact: String) throws {
        let lines = WeekGrid(try week(contact), .zh).lines
        #expect(lines.count > 5)
        #expect(Set(lines.dropFirst().map(DisplayWidth.of)) == [11 + 7 * 15])
        #expect(!lines.joined().contains("\u{1B}"))
    }

    @Test func `a day stands under its name, and what starts together in one row`() throws {
        let lines = WeekGrid(try week("科"), .zh).lines
        #expect(lines[2].contains("周二 09-03"))
        #expect(lines.contains { $0.hasPrefix("19:00-21:00|") && $0.contains("已占用") })
    }
}
