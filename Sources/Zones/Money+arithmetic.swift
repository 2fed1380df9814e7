/// Checked arithmetic: every result is exact in fen or an error.
extension Money {
    /// The sum of both amounts.
    public func adding(_ other: Money) throws(MoneyError) -> Money {
        let (sum, overflow) = fen.addingReportingOverflow(other.fen)
        guard !overflow else { throw .overflow }
        return Money(fen: sum)
    }

    /// This amount without the other; may be negative.
    public func subtracting(_ other: Money) throws(MoneyError) -> Money {
        let (difference, overflow) = fen.subtractingReportingOverflow(other.fen)
        guard !overflow else { throw .overflow }
        return Money(fen: difference)
    }

    /// This amount so many times.
    public func multiplied(by count: Int64) throws(MoneyError) -> Money {
        let (product, overflow) = fen.multipliedReportingOverflow(by: count)
        guard !overflow else { throw .overflow }
        return Money(fen: product)
    }

    /// `numerator / denominator` of this amount, rounded to the fen by `rounding` (half away from zero by default).
    public func multiplied(
        by numerator: Int64,
        over denominator: Int64,
        rounding: Rounding = .half
    ) throws(MoneyError) -> Money {
        guard denominator > 0 else { throw .badShare }
        return try Money.rounded(Int128(fen) * Int128(numerator), over: Int128(denominator), rounding)
    }

    /// This amount at a rate, such as a subsidy of 50 %.
    public func multiplied(by rate: Rate, rounding: Rounding = .half) throws(MoneyError) -> Money {
        try multiplied(by: rate.partsPerMillion, over: Rate.one.partsPerMillion, rounding: rounding)
    }

    /// Interest on this amount at a yearly rate for so many days of a year that has `yearDays` days (banks: 360).
    public func interest(
        at rate: Rate,
        days: Int,
        yearDays: Int,
        rounding: Rounding = .half
    ) throws(MoneyError) -> Money {
        guard yearDays > 0 else { throw .badShare }
        let (yearly, tooLarge) = Int128(rate.partsPerMillion).multipliedReportingOverflow(by: Int128(days))
        let (product, overflow) = Int128(fen).multipliedReportingOverflow(by: yearly)
        guard !tooLarge, !overflow else { throw .overflow }
        return try Money.rounded(product, over: Int128(Rate.one.partsPerMillion) * Int128(yearDays), rounding)
    }

    /// The sum of many amounts; an overflow on the way is one even if later amounts would take it back.
    public static func sum(_ amounts: some Sequence<Money>) throws(MoneyError) -> Money {
        var sum = Money.zero
        for amount in amounts { sum = try sum.adding(amount) }
        return sum
    }

    /// How a part of a fen becomes whole fen.
    public enum Rounding: Sendable, Hashable {
        /// To the nearest fen, half a fen away from zero.
        case half
        /// Towards zero: nothing is paid that was not earned.
        case down
    }

    private static func rounded(
        _ product: Int128,
        over denominator: Int128,
        _ rounding: Rounding
    ) throws(MoneyError) -> Money {
        let (quotient, remainder) = product.quotientAndRemainder(dividingBy: denominator)
        // remainder ≥ denominator − remainder says 2 × remainder ≥ denominator without an overflow.
        let away = rounding == .half && remainder.magnitude >= denominator.magnitude - remainder.magnitude
        let step: Int128 = away && remainder != 0 ? (product < 0 ? -1 : 1) : 0
        guard let fen = Int64(exactly: quotient + step) else { throw .overflow }
        return Money(fen: fen)
    }
}

extension Money {
    /// The most parts that an amount is split into; a mistyped number must not exhaust memory.
    public static let partLimit = 100_000

    /// This amount in equal parts of whole fen; the last part also takes the remainder. The parts sum to the amount.
    /// Refuses no parts and more than `partLimit`.
    public func split(parts: Int) throws(MoneyError) -> [Money] {
        guard (1...Money.partLimit).contains(parts) else { throw .badShare }
        let each = fen / Int64(parts)
        let last = fen - each * Int64(parts - 1)
        return Array(repeating: Money(fen: each), count: parts - 1) + [Money(fen: last)]
    }

    /// This amount by weights, each part cut to whole fen, the last part taking the remainder. The parts sum to the
    /// amount. Refuses negative weights and weights that sum to nothing.
    public func split(weights: [Int64]) throws(MoneyError) -> [Money] {
        guard weights.allSatisfy({ $0 >= 0 }) else { throw .badShare }
        var total: Int64 = 0
        for weight in weights {
            let (sum, overflow) = total.addingReportingOverflow(weight)
            guard !overflow else { throw .overflow }
            total = sum
        }
        guard total > 0 else { throw .badShare }
        var parts: [Money] = []
        var given = Money.zero
        for weight in weights.dropLast() {
            let part = try multiplied(by: weight, over: total, rounding: .down)
            given = try given.adding(part)
            parts.append(part)
        }
        parts.append(try subtracting(given))
        return parts
    }
}
