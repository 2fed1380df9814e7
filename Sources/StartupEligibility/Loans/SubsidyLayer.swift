import Zones

/// One treasury layer's part of a loan's interest.
public struct SubsidyLayer: Sendable, Hashable {
    /// What the layer pays for the interest of a time.
    public enum Formula: Sendable, Hashable {
        /// All of it.
        case full
        /// What the loan's rate is above the LPR less a margin; below that the borrower pays (national rule since 2021:
        /// 150 basis points).
        case aboveLPR(lessBasisPoints: Int)
        /// A share of the interest.
        case share(Rate)
    }

    /// Who pays: province, city, district.
    public let payer: String
    public let formula: Formula
    /// Loan days on which it pays; after `until`, nothing.
    public let from: Day?
    public let until: Day?

    public init(payer: String, formula: Formula, from: Day? = nil, until: Day? = nil) {
        self.payer = payer
        self.formula = formula
        self.from = from
        self.until = until
    }
}

/// Who pays the interest of one time: the parts sum to it.
public struct InterestShares: Sendable, Hashable {
    public let interest: Money
    public let borrower: Money
    /// In the layers' order.
    public let layers: [Money]
}

extension LoanTerms {
    /// Divides the interest of one time among treasury layers and the borrower.
    ///
    /// Each layer is rounded to the fen, half up, and takes no more than is left; the borrower pays the rest. A time that
    /// is overdue or extended has no subsidy: the caller passes no layers for it.
    ///
    /// - Parameters:
    ///   - lpr: the one-year LPR by which the contract's rate was set.
    ///   - from: the first day of the time, which decides whether a layer still pays.
    public func shares(of interest: Money, from: Day, layers: [SubsidyLayer], lpr: Rate) throws(MoneyError)
        -> InterestShares
    {
        var left = interest
        var parts: [Money] = []
        for layer in layers {
            let isDue = (layer.from.map { $0 <= from } ?? true) && (layer.until.map { from <= $0 } ?? true)
            let part = isDue ? min(left, try amount(layer.formula, of: interest, lpr)) : .zero
            left = try left.subtracting(part)
            parts.append(part)
        }
        return InterestShares(interest: interest, borrower: left, layers: parts)
    }

    /// Divides the interest of one payment: each day's by the layers that pay on it, none on days that earn no subsidy.
    ///
    /// The time is cut where a layer begins or ends and where `bare` does; each part takes what the interest up to its end
    /// is more than up to its beginning, so that the parts sum to the payment's interest.
    ///
    /// - Parameter bare: times without subsidy: overdue ones, and what an extension added
    public func shares(of payment: Installment, layers: [SubsidyLayer], lpr: Rate, bare: [Range<Day>])
        throws(MoneyError) -> InterestShares
    {
        let whole = Int64(dayCount.days(from: payment.from, to: payment.until))
        var cuts: Set = [payment.from, payment.until]
        for layer in layers {
            if let from = layer.from { cuts.insert(from) }
            if let until = layer.until, let after = try? until.adding(days: 1) { cuts.insert(after) }
        }
        for time in bare { cuts.formUnion([time.lowerBound, time.upperBound]) }
        let days = cuts.filter { payment.from <= $0 && $0 <= payment.until }.sorted()
        var borrower = Money.zero
        var parts = Array(repeating: Money.zero, count: layers.count)
        var counted = Money.zero
        for (from, until) in zip(days, days.dropFirst()) {
            let isLast = until == payment.until
            let passed = Int64(dayCount.days(from: payment.from, to: until))
            let upTo =
                isLast || whole <= 0 ? payment.interest : try payment.interest.multiplied(by: passed, over: whole)
            let paying = bare.contains { $0.contains(from) } ? [] : layers
            let part = try shares(of: try upTo.subtracting(counted), from: from, layers: paying, lpr: lpr)
            borrower = try borrower.adding(part.borrower)
            for (position, amount) in part.layers.enumerated() { parts[position] = try parts[position].adding(amount) }
            counted = upTo
        }
        return InterestShares(interest: payment.interest, borrower: borrower, layers: parts)
    }

    private func amount(_ formula: SubsidyLayer.Formula, of interest: Money, _ lpr: Rate) throws(MoneyError) -> Money {
        switch formula {
        case .full: return interest
        case .share(let share): return try interest.multiplied(by: share)
        case .aboveLPR(let points):
            let own = lpr.partsPerMillion - Int64(points) * 100
            let above = max(0, rate.partsPerMillion - max(0, own))
            guard rate > .zero else { return .zero }
            return try interest.multiplied(by: min(above, rate.partsPerMillion), over: rate.partsPerMillion)
        }
    }
}
