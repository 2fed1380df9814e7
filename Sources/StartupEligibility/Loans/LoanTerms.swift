import Zones

/// How a loan is paid back.
public enum RepaymentMethod: String, Sendable, Hashable, CaseIterable {
    /// The same payment every month (等额本息).
    case equalInstallment = "equal-installment"
    /// The same part of the principal every month, and the interest due (等额本金).
    case equalPrincipal = "equal-principal"
    /// Interest each quarter, on the 20th of its last month; the principal at the end.
    case interestOnly = "interest-only"

    /// What contracts take where they say nothing: a month is a twelfth of the year; quarters count their days.
    public var usualDayCount: DayCount { self == .interestOnly ? .actual360 : .thirty360 }
}

/// What a loan contract says of money and time; made only of terms that can be kept.
public struct LoanTerms: Sendable, Hashable {
    public let principal: Money
    /// A year's interest.
    public let rate: Rate
    public let months: Int
    public let method: RepaymentMethod
    public let dayCount: DayCount
    /// The day on which the loan is paid out.
    public let drawnOn: Day

    /// Longest term in months; a mistyped number must not exhaust memory.
    public static let longest = 360

    /// - Throws: `LoanRefusal` for a principal, term or rate that makes no loan.
    public init(
        principal: Money,
        rate: Rate,
        months: Int,
        method: RepaymentMethod,
        dayCount: DayCount,
        drawnOn: Day
    ) throws(LoanRefusal) {
        guard principal > .zero else { throw .principalNotPositive }
        guard principal.fen <= Self.largest else { throw .principalTooLarge }
        guard (1...Self.longest).contains(months) else { throw .termOutOfRange(months) }
        guard rate >= .zero, rate <= .one else { throw .rateOutOfRange }
        do throws(DayRefusal) { _ = try drawnOn.adding(months: months) } catch { throw .termOutOfRange(months) }
        self.principal = principal
        self.rate = rate
        self.months = months
        self.method = method
        self.dayCount = dayCount
        self.drawnOn = drawnOn
    }

    /// 100 billion yuan in fen: interest at 100 % over the longest term stays far from overflow.
    private static let largest: Int64 = 10_000_000_000_000

    /// The loan's last day; its last payment is due on it.
    public var endsOn: Day { monthly(months) }

    /// The same day of a month so many months after the loan was drawn, or that month's last day.
    func monthly(_ number: Int) -> Day {
        // The initializer has tried the last one.
        (try? drawnOn.adding(months: number)) ?? drawnOn
    }
}

/// Why terms make no loan.
public enum LoanRefusal: Error, Sendable, Hashable {
    case principalNotPositive
    case principalTooLarge
    /// 1 to 360 months.
    case termOutOfRange(Int)
    /// 0 to 100 percent.
    case rateOutOfRange
}
