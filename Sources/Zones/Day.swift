/// A day of the Gregorian calendar from 0001-01-01 to 9999-12-31, without time and zone.
///
/// PostgreSQL's `date` counts the same way (days since 2000-01-01), but also takes `infinity` and other years; those
/// are refused here.
public struct Day: Sendable, Hashable {
    /// Days since 2000-01-01, negative before.
    public let daysSinceEpoch2000: Int32

    /// The first day that can be expressed, 0001-01-01.
    public static let first = Day(unchecked: -730_119)
    /// The last day that can be expressed, 9999-12-31.
    public static let last = Day(unchecked: 2_921_939)

    /// A day of the calendar; refuses a year outside 1–9999, a month outside 1–12 and a day that the month lacks.
    public init(year: Int, month: Int, day: Int) throws(DayRefusal) {
        guard (1...9999).contains(year) else { throw .year(year) }
        guard (1...12).contains(month) else { throw .month(month) }
        let length = Day.length(ofMonth: month, year: year)
        guard (1...length).contains(day) else { throw .dayOfMonth(day, lastDay: length) }
        self.init(unchecked: Day.count(year: year, month: month, day: day))
    }

    /// A day by PostgreSQL's count; refuses what lies outside the years 1–9999, `infinity` included.
    public init(daysSinceEpoch2000 days: Int32) throws(DayRefusal) {
        guard (Day.first.daysSinceEpoch2000...Day.last.daysSinceEpoch2000).contains(days) else { throw .outOfRange }
        self.init(unchecked: Int(days))
    }

    /// A day in the one strict form `YYYY-MM-DD`, ten ASCII characters.
    public init(iso text: String) throws(DayRefusal) {
        let bytes = Array(text.utf8)
        guard !bytes.isEmpty else { throw .empty }
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = decimal(bytes[0..<4]), let month = decimal(bytes[5..<7]), let day = decimal(bytes[8..<10])
        else { throw .form }
        try self.init(year: year, month: month, day: day)
    }

    /// For counts that are known to lie between `first` and `last`.
    init(unchecked days: Int) {
        daysSinceEpoch2000 = Int32(days)
    }

    /// The year, 1–9999.
    public var year: Int { parts.year }
    /// The month, 1–12.
    public var month: Int { parts.month }
    /// The day of the month, 1–31.
    public var day: Int { parts.day }
    /// The ISO weekday: Monday is 1, Sunday is 7.
    public var weekday: Int {
        // 2000-01-01 was a Saturday; 730,121 is the next multiple of 7 that makes every count positive.
        (Int(daysSinceEpoch2000) + 730_121 + 5) % 7 + 1
    }
}

/// Why something is no `Day`.
public enum DayRefusal: Error, Sendable, Hashable {
    /// Nothing was given.
    case empty
    /// Not of the form `YYYY-MM-DD`.
    case form
    /// A year outside 1–9999.
    case year(Int)
    /// A month outside 1–12.
    case month(Int)
    /// A day that this month does not have.
    case dayOfMonth(Int, lastDay: Int)
    /// A result before 0001-01-01 or after 9999-12-31.
    case outOfRange
}

extension Day: Comparable {
    public static func < (a: Day, b: Day) -> Bool { a.daysSinceEpoch2000 < b.daysSinceEpoch2000 }
}

extension Day: CustomStringConvertible {
    /// The day as `YYYY-MM-DD`.
    public var description: String {
        let (year, month, day) = parts
        return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
    }
}
