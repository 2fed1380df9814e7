import Zones

/// A quarter as banks settle interest: from the 21st of a quarter's last month to the 20th of the next quarter's.
public struct InterestQuarter: Sendable, Hashable {
    /// 20 March, June, September or December.
    public let settledOn: Day

    /// The day on which the next quarter begins.
    public var dayAfter: Day {
        let (year, month, _) = settledOn.parts
        return Self.day(year, month, 21)
    }

    /// The first day of this quarter.
    public var begins: Day {
        let (year, month, _) = settledOn.parts
        return Self.day(year, month - 3, 21)
    }

    /// The quarter in which a day lies.
    public static func containing(_ day: Day) -> InterestQuarter {
        let (year, month, ofMonth) = day.parts
        let quarterEnd = (month + 2) / 3 * 3
        let isPast = month == quarterEnd && ofMonth > 20
        return InterestQuarter(settledOn: Self.day(year, isPast ? quarterEnd + 3 : quarterEnd, 20))
    }

    /// A day by a month that may lie outside 1–12; every month has a 20th and a 21st.
    private static func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
        let months = year * 12 + month - 1
        do throws(DayRefusal) {
            return try Day(year: months / 12, month: months % 12 + 1, day: day)
        } catch {
            // Only beyond the years 1–9999, which no loan reaches (`LoanTerms` has tried its last day).
            preconditionFailure("no such quarter: \(months)")
        }
    }
}
