import Zones

/// One payment of a loan: what is due on a day, and what is owed afterwards.
public struct Installment: Sendable, Hashable {
    /// Counted from 1.
    public let number: Int
    /// The first day of the time that the interest is for.
    public let from: Day
    /// The day on which it is due; the interest runs until the day before.
    public let dueOn: Day
    public let principal: Money
    public let interest: Money
    /// Principal that is left after it.
    public let balance: Money

    /// Principal and interest.
    public var payment: Money { Money(fen: principal.fen + interest.fen) }
}

/// All payments of a loan. The principal of all sums to the loan's; rounding differences are in the last payment.
public struct LoanSchedule: Sendable, Hashable {
    public let terms: LoanTerms
    public let installments: [Installment]

    public var interest: Money { Money(fen: installments.reduce(0) { $0 + $1.interest.fen }) }

    public init(_ terms: LoanTerms) {
        self.terms = terms
        installments =
            switch terms.method {
            case .equalInstallment: Self.equalInstallment(terms)
            case .equalPrincipal: Self.equalPrincipal(terms)
            case .interestOnly: Self.interestOnly(terms)
            }
    }

    /// Interest on a balance from one day to another, to the fen, half a fen up.
    private static func interest(_ terms: LoanTerms, _ balance: Money, from: Day, to: Day) -> Money {
        let days = terms.dayCount.days(from: from, to: to)
        let year = terms.dayCount.yearDays
        // Terms keep balance, rate and days small enough for an exact product (`LoanTerms.largest`).
        return (try? balance.interest(at: terms.rate, days: days, yearDays: year)) ?? .zero
    }

    /// Pays `principal(number, balance, interest)` at each month's end but the last, which pays what is left.
    private static func monthly(_ terms: LoanTerms, principal: (_ balance: Money, _ interest: Money) -> Money)
        -> [Installment]
    {
        var balance = terms.principal
        var from = terms.drawnOn
        return (1...terms.months).map { number in
            let dueOn = terms.monthly(number)
            let interest = interest(terms, balance, from: from, to: dueOn)
            let wanted = number == terms.months ? balance : principal(balance, interest)
            let paid = max(.zero, min(wanted, balance))
            balance = Money(fen: balance.fen - paid.fen)
            defer { from = dueOn }
            return Installment(
                number: number,
                from: from,
                dueOn: dueOn,
                principal: paid,
                interest: interest,
                balance: balance
            )
        }
    }

    /// The last part has to be positive: where rounding up would leave it nothing, every part is cut instead.
    private static func equalPrincipal(_ terms: LoanTerms) -> [Installment] {
        let months = Int64(terms.months)
        let half = (terms.principal.fen + months / 2) / months
        let part = half * (months - 1) < terms.principal.fen ? half : terms.principal.fen / months
        return monthly(terms) { _, _ in Money(fen: part) }
    }

    /// The payment to the nearest fen. Of a few yuan over many months that can leave nothing for the last payment; then
    /// each is a fen less, until something is left for it.
    private static func equalInstallment(_ terms: LoanTerms) -> [Installment] {
        var each = Int64(payment(terms).rounded())
        var installments = pay(terms, Money(fen: each))
        while each > 0, installments.last?.principal == .zero {
            each -= 1
            installments = pay(terms, Money(fen: each))
        }
        return installments
    }

    private static func pay(_ terms: LoanTerms, _ payment: Money) -> [Installment] {
        monthly(terms) { _, interest in Money(fen: payment.fen - interest.fen) }
    }

    /// The annuity in fen, P·i / (1 − (1 + i)^−n) with i a twelfth of the year's rate. Binary fractions are exact enough:
    /// their error lies far below half a fen, and the last payment takes every difference.
    private static func payment(_ terms: LoanTerms) -> Double {
        let principal = Double(terms.principal.fen)
        let monthly = Double(terms.rate.partsPerMillion) / 12_000_000
        guard monthly > 0 else { return principal / Double(terms.months) }
        var growth = 1.0
        for _ in 0..<terms.months { growth *= 1 + monthly }
        return principal * monthly * growth / (growth - 1)
    }

    /// Banks settle on the 20th of March, June, September and December for the time until that day, it included; the
    /// last payment is on the loan's last day.
    private static func interestOnly(_ terms: LoanTerms) -> [Installment] {
        let end = terms.monthly(terms.months)
        var from = terms.drawnOn
        var installments: [Installment] = []
        while from < end {
            let next = min(InterestQuarter.containing(from).dayAfter, end)
            let isLast = next == end
            installments.append(
                Installment(
                    number: installments.count + 1,
                    from: from,
                    dueOn: isLast ? end : InterestQuarter.containing(from).settledOn,
                    principal: isLast ? terms.principal : .zero,
                    interest: interest(terms, terms.principal, from: from, to: next),
                    balance: isLast ? .zero : terms.principal
                )
            )
            from = next
        }
        return installments
    }
}
