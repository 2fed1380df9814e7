import Zones

/// How the days between two dates, and the days of a year, are counted for interest; a field of the contract, because
/// contracts differ (head counted, tail not).
public enum DayCount: String, Sendable, Hashable, CaseIterable {
    /// Days as they are, a year of 360: what banks of China do.
    case actual360 = "act/360"
    /// Days as they are, a year of 365.
    case actual365 = "act/365"
    /// Every month has 30 days, a year 360: a month's interest is a twelfth of the year's.
    case thirty360 = "30/360"

    /// The days of the year in which rates are quoted.
    public var yearDays: Int {
        switch self {
        case .actual360, .thirty360: 360
        case .actual365: 365
        }
    }

    /// Days from one day to a later one, without the later one.
    ///
    /// For 30/360 the 31st counts as the 30th on both ends (ISDA 2006, section 4.16(f), "30/360").
    public func days(from start: Day, to end: Day) -> Int {
        switch self {
        case .actual360, .actual365: return start.days(until: end)
        case .thirty360:
            let (one, two) = (start.parts, end.parts)
            let first = min(one.day, 30)
            let last = two.day == 31 && first == 30 ? 30 : two.day
            return 360 * (two.year - one.year) + 30 * (two.month - one.month) + last - first
        }
    }
}
