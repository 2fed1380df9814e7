import Zones

/// When a series repeats: the part of RFC 5545's RRULE that classes need.
///
/// `FREQ` WEEKLY or MONTHLY, `INTERVAL`, `COUNT` or `UNTIL`, `BYDAY` (in months with a position: `1TU`, `-1FR`),
/// `BYMONTHDAY`, `BYSETPOS`, `WKST`. Dates are days of zone time.
public struct RecurrenceRule: Sendable, Hashable {
    public enum Frequency: String, Sendable, Hashable, CaseIterable {
        case weekly = "WEEKLY"
        case monthly = "MONTHLY"
    }

    public enum End: Sendable, Hashable {
        /// So many dates; those that are excepted later count too.
        case count(Int)
        /// Up to this day, included.
        case untilDay(Day)
        /// Up to this start, included.
        case until(Instant)
    }

    /// A weekday, and which one of the month: 1 the first, -1 the last, nil each.
    public struct WeekdayOfMonth: Sendable, Hashable {
        public let position: Int?
        /// As ISO counts: Monday is 1.
        public let weekday: Int
    }

    /// The most sessions that a series may have.
    public static let limit = 1_000

    public let frequency: Frequency
    public let interval: Int
    public let end: End
    public let weekdays: [WeekdayOfMonth]
    public let monthDays: [Int]
    public let positions: [Int]
    /// The first day of a week, which matters when only every second week counts; Monday unless said otherwise.
    public let weekStart: Int
}
