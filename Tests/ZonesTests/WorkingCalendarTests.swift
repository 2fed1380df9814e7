import Testing

@testable import Zones

@Suite struct WorkingCalendarTests {
    let calendar: WorkingCalendar

    init() throws { calendar = try DataFiles.calendar() }

    @Test(arguments: [
        (5, "2024-09-27", "2024-10-10"), (20, "2025-09-26", "2025-10-30"), (7, "2024-02-08", "2024-02-23"),
        (1, "2024-10-18", "2024-10-21"), (1, "2024-09-27", "2024-09-29"), (0, "2024-10-05", "2024-10-05"),
        (1, "2024-12-31", "2025-01-02"), (3, "2026-02-13", "2026-02-25"),
    ])
    func `a deadline counts make-up weekends and skips holidays`(_ count: Int, _ start: String, _ end: String) throws {
        #expect(try calendar.adding(workingDays: count, to: day(start)) == day(end))
        #expect(try calendar.workingDays(from: day(start), to: day(end)) == count)
    }

    @Test func `adding and counting agree with going day by day`() throws {
        var random = SeededRandom(11)
        let first = try day("2019-01-01")
        for _ in 0..<300 {
            let start = try first.adding(days: Int.random(in: 0..<2_300, using: &random))
            let count = Int.random(in: 0...120, using: &random)
            let end = try calendar.adding(workingDays: count, to: start)
            var worked = 0
            var current = start
            while current < end {
                current = try current.adding(days: 1)
                let kind = calendar.exceptions[current]
                if kind == .workday || (kind == nil && current.weekday < 6) { worked += 1 }
            }
            #expect(worked == count)
            #expect(try calendar.workingDays(from: start, to: end) == count)
            if count > 0 { #expect(try calendar.isWorkingDay(end)) }
        }
    }

    @Test func `each year has as many working days as the State Council gave it`() throws {
        // In 2020 the Spring Festival was prolonged after the calendar was out: two working days fewer than the 251 planned.
        let days = [2019: 250, 2020: 249, 2021: 250, 2022: 249, 2023: 249, 2024: 251, 2025: 248, 2026: 248]
        for (year, count) in days {
            let (first, last) = (try Day(year: year, month: 1, day: 1), try Day(year: year, month: 12, day: 31))
            // New Year's Day is a holiday, so counting from it counts the whole year.
            #expect(try !calendar.isWorkingDay(first))
            #expect(try calendar.workingDays(from: first, to: last) == count, "\(year)")
        }
    }

    @Test func `a year that is not loaded is refused, not guessed`() throws {
        #expect(calendar.years == Set(2019...2026))
        #expect(try calendar.loadedUntil == day("2026-12-31"))
        #expect(throws: CalendarRefusal.yearNotLoaded(2027)) {
            try calendar.adding(workingDays: 10, to: day("2026-12-28"))
        }
        #expect(throws: CalendarRefusal.yearNotLoaded(2018)) { try calendar.isWorkingDay(day("2018-12-31")) }
        #expect(throws: CalendarRefusal.yearNotLoaded(2027)) {
            try calendar.workingDays(from: day("2026-12-28"), to: day("2027-01-01"))
        }
        #expect(throws: CalendarRefusal.yearNotLoaded(2027)) {
            try calendar.adding(workingDays: Int.max, to: day("2026-01-01"))
        }
        let nothing = WorkingCalendar(exceptions: [:], years: [])
        #expect(nothing.loadedUntil == nil)
        #expect(throws: CalendarRefusal.yearNotLoaded(2024)) {
            try nothing.adding(workingDays: 1, to: day("2024-01-01"))
        }
        let last = WorkingCalendar(exceptions: [Day.last: .holiday], years: [9_999])
        #expect(throws: CalendarRefusal.yearNotLoaded(10_000)) { try last.adding(workingDays: 1, to: Day.last) }
        #expect(last.loadedUntil == Day.last)
    }

    @Test func `loaded years count only as far as none is missing`() throws {
        let gap = WorkingCalendar(exceptions: [:], years: [2024, 2025, 2027])
        #expect(try gap.loadedUntil == day("2025-12-31"))
    }

    @Test func `what runs backwards is refused`() throws {
        #expect(throws: CalendarRefusal.negative(-1)) { try calendar.adding(workingDays: -1, to: day("2024-10-10")) }
        #expect(throws: CalendarRefusal.reversed) {
            try calendar.workingDays(from: day("2024-10-10"), to: day("2024-10-09"))
        }
    }

    @Test func `the next working day is the day itself when it is worked`() throws {
        #expect(try calendar.workingDay(onOrAfter: day("2024-10-10")) == day("2024-10-10"))
        #expect(try calendar.workingDay(onOrAfter: day("2024-10-01")) == day("2024-10-08"))
        #expect(try calendar.workingDay(onOrAfter: day("2024-10-12")) == day("2024-10-12"))
    }

    @Test(arguments: [
        ("2024-02-30,holiday", DataRefusal.Problem.day(.dayOfMonth(30, lastDay: 29))),
        ("2024/2/3,holiday", .day(.form)),
        ("2024-10-01,off", .word("off")), ("2024-10-01,Holiday", .word("Holiday")),
        ("2024-10-06,holiday", .word("holiday")),
        ("2024-10-08,workday", .word("workday")), ("2024-01-01,holiday", .duplicate),
        ("2024-10-01", .columns(expected: 2, found: 1)), ("2024-10-01,holiday,", .columns(expected: 2, found: 3)),
        ("\"2024-10-01\",holiday", .day(.form)), (" 2024-10-01,holiday", .day(.form)),
    ])
    func `a wrong line is refused by its number`(_ line: String, _ problem: DataRefusal.Problem) {
        for ending in ["\n", "\r\n"] {
            let text = ["date,kind", "2024-01-01,holiday", line, ""].joined(separator: ending)
            #expect(throws: DataRefusal(line: 3, problem: problem)) { try WorkingCalendar(csv: text) }
        }
    }

    @Test func `lines may end with CRLF, the last one with nothing, and not with a lone CR`() throws {
        let text = "date,kind\r\n2024-10-01,holiday\r\n\r\n2024-10-12,workday"
        #expect(try WorkingCalendar(csv: text).exceptions.count == 2)
        #expect(throws: DataRefusal(line: 1, problem: .header(expected: "date,kind"))) {
            try WorkingCalendar(csv: "date,kind\r2024-10-01,holiday")
        }
        #expect(throws: DataRefusal(line: 1, problem: .header(expected: "date,kind"))) { try WorkingCalendar(csv: "") }
        #expect(throws: DataRefusal(line: 0, problem: .noRows)) { try WorkingCalendar(csv: "date,kind\n") }
    }
}
