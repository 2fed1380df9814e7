import Testing

@testable import Zones

/// A calendar that only knows how to go to the next day, with its own rule for leap years.
struct NaiveCalendar {
    var year: Int
    var month: Int
    var day: Int

    static func length(_ month: Int, _ year: Int) -> Int {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        let leap = year % 400 == 0 ? true : year % 100 == 0 ? false : year % 4 == 0
        return month == 2 && leap ? 29 : lengths[month - 1]
    }

    mutating func next() {
        day += 1
        if day > NaiveCalendar.length(month, year) {
            day = 1
            month += 1
        }
        if month > 12 {
            month = 1
            year += 1
        }
    }
}

@Suite struct DayTests {
    @Test(arguments: [
        (1, 5), (96, 110), (396, 402), (1580, 1604), (1798, 1802), (1890, 2110), (2198, 2202), (9996, 9999),
    ])
    func `every day agrees with a calendar that counts one by one`(_ first: Int, _ last: Int) throws {
        var naive = NaiveCalendar(year: first, month: 1, day: 1)
        var day = try Day(year: first, month: 1, day: 1)
        var weekday = day.weekday
        while naive.year <= last {
            let parts = day.parts
            guard parts == (naive.year, naive.month, naive.day), day.weekday == weekday,
                try Day(year: naive.year, month: naive.month, day: naive.day) == day
            else {
                Issue.record("\(day) is not \(naive)")
                return
            }
            if day == Day.last { return }
            day = try day.adding(days: 1)
            naive.next()
            weekday = weekday % 7 + 1
        }
        #expect(day.parts == (last + 1, 1, 1))
    }

    @Test func `known days have PostgreSQL's counts and their weekdays`() throws {
        #expect(try day("2000-01-01").daysSinceEpoch2000 == 0)
        #expect(try day("1970-01-01").daysSinceEpoch2000 == -10_957)
        #expect(try day("2024-02-29").daysSinceEpoch2000 == 8_825)
        #expect(try day("0001-01-01") == Day.first)
        #expect(try day("9999-12-31") == Day.last)
        #expect(try day("2024-10-19").weekday == 6)
        #expect(try day("2026-02-16").weekday == 1)
        #expect(Day.first.weekday == 1)
    }

    @Test func `29 February exists in leap years only, for every year`() {
        for year in 1...9_999 {
            let exists = (try? Day(year: year, month: 2, day: 29)) != nil
            guard exists == (NaiveCalendar.length(2, year) == 29) else {
                Issue.record("29 February \(year): \(exists)")
                return
            }
        }
    }

    @Test func `a day is written as it is read`() throws {
        for text in ["0001-01-01", "0999-09-09", "2024-02-29", "9999-12-31"] {
            #expect(try day(text).description == text)
        }
    }

    @Test(arguments: [
        "2024-2-3", "02/03/2024", "20240203", "2024/02/03", "today", "infinity", "-infinity", "epoch", "2024-02-30 BC",
        "+2024-02-3", "24-02-03", " 2024-02-03", "2024-02-03 ", "2024-02-03T00:00", "２０２４-02-03", "２024-02-03",
        "2024‐02‐03", "٢٠٢٤-02-03", "2024-0२-03", "2024-02-0\0", "2024-02-0\u{301}", "0x24-02-03", "-024-02-03",
    ])
    func `another form than YYYY-MM-DD is refused`(_ text: String) {
        #expect(throws: DayRefusal.form) { try Day(iso: text) }
    }

    @Test func `a day that the calendar lacks is refused with what it has`() {
        #expect(throws: DayRefusal.empty) { try Day(iso: "") }
        #expect(throws: DayRefusal.dayOfMonth(30, lastDay: 29)) { try Day(iso: "2024-02-30") }
        #expect(throws: DayRefusal.dayOfMonth(29, lastDay: 28)) { try Day(iso: "2023-02-29") }
        #expect(throws: DayRefusal.dayOfMonth(29, lastDay: 28)) { try Day(iso: "1900-02-29") }
        #expect(throws: DayRefusal.dayOfMonth(31, lastDay: 30)) { try Day(iso: "2001-04-31") }
        #expect(throws: DayRefusal.dayOfMonth(0, lastDay: 31)) { try Day(iso: "2001-01-00") }
        #expect(throws: DayRefusal.month(13)) { try Day(iso: "2001-13-01") }
        #expect(throws: DayRefusal.month(0)) { try Day(iso: "2001-00-01") }
        #expect(throws: DayRefusal.year(0)) { try Day(iso: "0000-01-01") }
        #expect(throws: DayRefusal.form) { try Day(iso: "10000-01-01") }
        #expect(throws: DayRefusal.year(10_000)) { try Day(year: 10_000, month: 1, day: 1) }
        #expect(throws: DayRefusal.month(Int.min)) { try Day(year: 1, month: Int.min, day: 1) }
        #expect(throws: DayRefusal.dayOfMonth(Int.max, lastDay: 31)) { try Day(year: 1, month: 1, day: Int.max) }
    }

    @Test func `PostgreSQL's infinities and far years are refused`() {
        for days in [Int32.min, Int32.max, Day.first.daysSinceEpoch2000 - 1, Day.last.daysSinceEpoch2000 + 1] {
            #expect(throws: DayRefusal.outOfRange) { try Day(daysSinceEpoch2000: days) }
        }
    }

    @Test func `adding days is undone by subtracting them and counts between`() throws {
        var random = SeededRandom(1)
        for _ in 0..<2_000 {
            let start = Day(unchecked: Int.random(in: -700_000...2_800_000, using: &random))
            let count = Int.random(in: -20_000...20_000, using: &random)
            let end = try start.adding(days: count)
            #expect(try end.adding(days: -count) == start)
            #expect(start.days(until: end) == count)
            #expect((start < end) == (count > 0))
        }
    }

    @Test func `days beyond the calendar are refused, never wrapped`() {
        for count in [1, 3_000_000, Int(Int32.max), Int.max] {
            #expect(throws: DayRefusal.outOfRange) { try Day.last.adding(days: count) }
            #expect(throws: DayRefusal.outOfRange) { try Day.first.adding(days: -count) }
        }
        #expect(throws: DayRefusal.outOfRange) { try Day.first.adding(days: Int.min) }
    }
}
