import Testing

@testable import Zones

@Suite struct DayMonthTests {
    @Test(arguments: [
        ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-03-31", -1, "2024-02-29"),
        ("2024-12-31", 2, "2025-02-28"), ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
        ("2024-10-31", 6, "2025-04-30"), ("2024-11-30", 3, "2025-02-28"), ("2024-01-15", -13, "2022-12-15"),
        ("2024-05-31", 0, "2024-05-31"), ("2024-01-01", -1, "2023-12-01"), ("1999-12-31", 1_200, "2099-12-31"),
    ])
    func `months go to the same day or the month's last`(_ start: String, _ months: Int, _ end: String) throws {
        #expect(try day(start).adding(months: months) == day(end))
    }

    @Test func `months agree with a calendar that goes month by month`() throws {
        var random = SeededRandom(2)
        for _ in 0..<2_000 {
            let start = Day(unchecked: Int.random(in: -100_000...100_000, using: &random))
            let count = Int.random(in: 0...600, using: &random)
            var year = start.year
            var month = start.month
            for _ in 0..<count {
                month += 1
                if month == 13 { (year, month) = (year + 1, 1) }
            }
            let expected = min(start.day, NaiveCalendar.length(month, year))
            let end = try start.adding(months: count)
            #expect(end.parts == (year, month, expected))
            // Back again: the same day, unless a shorter month has cut it.
            let back = try end.adding(months: -count)
            #expect(back.year == start.year && back.month == start.month && back.day == min(start.day, expected))
        }
    }

    @Test func `years are twelve months each`() throws {
        #expect(try day("2024-02-29").adding(years: 1) == day("2025-02-28"))
        #expect(try day("2024-02-29").adding(years: -4) == day("2020-02-29"))
        for years in [7_976, Int.max, Int.min] {
            #expect(throws: DayRefusal.outOfRange) { try Day(iso: "2024-01-01").adding(years: years) }
        }
    }

    @Test func `months beyond the calendar are refused, never wrapped`() throws {
        #expect(try Day.last.adding(months: -119_987) == day("0001-01-31"))
        for months in [1, Int.max] {
            #expect(throws: DayRefusal.outOfRange) { try Day.last.adding(months: months) }
        }
        for months in [-1, Int.min] {
            #expect(throws: DayRefusal.outOfRange) { try Day.first.adding(months: months) }
        }
    }

    @Test(arguments: [
        ("2000-05-20", "2024-05-19", 23), ("2000-05-20", "2024-05-20", 24), ("2000-02-29", "2001-02-28", 0),
        ("2000-02-29", "2001-03-01", 1), ("2000-02-29", "2004-02-29", 4), ("2024-01-01", "2023-12-31", -1),
        ("2024-01-01", "2024-01-01", 0),
    ])
    func `full years count birthdays that have come`(_ from: String, _ to: String, _ years: Int) throws {
        #expect(try day(from).fullYears(until: day(to)) == years)
    }

    @Test func `a month has its first and last day`() throws {
        #expect(try day("2024-02-15").firstOfMonth == day("2024-02-01"))
        #expect(try day("2024-02-15").lastOfMonth == day("2024-02-29"))
        #expect(try day("2023-12-31").lastOfMonth == day("2023-12-31"))
        #expect(Day.last.lastOfMonth == Day.last)
        #expect(Day.first.firstOfMonth == Day.first)
    }
}
