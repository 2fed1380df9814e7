/// Calendar arithmetic. Years start in March inside, so that the leap day comes last and the month lengths before it
/// follow one line: 153 days for each five months.
extension Day {
    /// Days from 0000-03-01, the start of the count inside, to 2000-01-01.
    private static let offset = 730_425

    static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func count(year: Int, month: Int, day: Int) -> Int {
        let marchYear = month <= 2 ? year - 1 : year
        let marchMonth = (month + 9) % 12
        return 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400
            + (153 * marchMonth + 2) / 5 + day - 1 - offset
    }

    /// Year, month and day at once.
    public var parts: (year: Int, month: Int, day: Int) {
        let days = Int(daysSinceEpoch2000) + Day.offset
        let era = days / 146_097
        let ofEra = days % 146_097
        let yearOfEra = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * ofYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = 400 * era + yearOfEra + (month <= 2 ? 1 : 0)
        return (year, month, ofYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// The day so many days later (earlier when negative); refuses a result outside the years 1–9999.
    public func adding(days: Int) throws(DayRefusal) -> Day {
        let (sum, overflow) = Int(daysSinceEpoch2000).addingReportingOverflow(days)
        guard !overflow, let count = Int32(exactly: sum) else { throw .outOfRange }
        return try Day(daysSinceEpoch2000: count)
    }

    /// The same day of the month so many months later (earlier when negative), or that month's last day when it is
    /// shorter: 2024-01-31 and one month is 2024-02-29. Refuses a result outside the years 1–9999.
    public func adding(months: Int) throws(DayRefusal) -> Day {
        let (year, month, day) = parts
        let (sum, overflow) = (year * 12 + month - 1).addingReportingOverflow(months)
        guard !overflow, sum >= 12, sum < 120_000 else { throw .outOfRange }
        let length = Day.length(ofMonth: sum % 12 + 1, year: sum / 12)
        return try Day(year: sum / 12, month: sum % 12 + 1, day: min(day, length))
    }

    /// The same day so many years later (earlier when negative); 29 February becomes the 28th in a common year.
    public func adding(years: Int) throws(DayRefusal) -> Day {
        let (months, overflow) = years.multipliedReportingOverflow(by: 12)
        guard !overflow else { throw .outOfRange }
        return try adding(months: months)
    }

    /// Days from this day to another; negative when the other is earlier.
    public func days(until other: Day) -> Int { Int(other.daysSinceEpoch2000) - Int(daysSinceEpoch2000) }

    /// Full years from this day to another, as an age is counted: someone born on 29 February is a year older on
    /// 1 March of a common year. Negative when the other day is earlier by that count.
    public func fullYears(until other: Day) -> Int {
        let (year, month, day) = parts
        let (otherYear, otherMonth, otherDay) = other.parts
        return otherYear - year - ((otherMonth, otherDay) < (month, day) ? 1 : 0)
    }

    /// The first day of this day's month.
    public var firstOfMonth: Day { Day(unchecked: Int(daysSinceEpoch2000) - day + 1) }

    /// The last day of this day's month.
    public var lastOfMonth: Day {
        let (year, month, day) = parts
        return Day(unchecked: Int(daysSinceEpoch2000) - day + Day.length(ofMonth: month, year: year))
    }
}
