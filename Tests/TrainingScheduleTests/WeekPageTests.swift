import Testing
import TrainingSchedule
import Zones

/// A week is one sheet of A4 across, however long its days are.
struct WeekPageTests {
    private func page(until: String) throws -> String {
        let starts = try Instant(iso: "2024-09-03T08:00")
        let busy = Week.Entry(
            Busy(
                resource: try Code("R1"),
                starts: starts,
                ends: try Instant(iso: "2024-09-03T" + until),
                zone: ZoneCode(try Code("INNO")),
                contact: "样例",
                session: nil
            )
        )
        let week = Week(kind: .venue, name: "样例", monday: try Day(iso: "2024-09-02"), entries: [busy])
        let words = WeekPage.Words(language: "zh-CN", title: "样例", weekdays: ["周一"], taken: "已占用")
        return WeekPage(week, words).html
    }

    @Test func `rows of a long day are lower, and an hour's entry is set small`() throws {
        // From eight to six: forty quarters of an hour; to half past eleven in the evening: sixty-four.
        #expect(try page(until: "09:00").contains("repeat(40, 3.1mm)"))
        #expect(try page(until: "23:30").contains("repeat(64, 2.5mm)"))
        #expect(try page(until: "09:00").contains("class=\"entry other short\""))
        #expect(try page(until: "09:15").contains("class=\"entry other\""))
    }
}
