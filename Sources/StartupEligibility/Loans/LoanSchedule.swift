import Zones

/// One payment of a loan: what is due on a day, and what is owed afterwards.
public struct Installment: Sendable, Hashable {
    /// Counted from 1.
    public let number: Int
    /// The first day of the time that the interest is for.
    public let from: Day
    /// The first day after that time.
    public let until: Day
    /// The day on which it is due; a quarter's interest on its last day, the 20th.
    public let dueOn: Day
    public let principal: Money
    public let interest: Money
    /// Principal that is left after it.
    public let balance: Money

    /// Principal and interest.
    public var payment: Money { Money(fen: principal.fen + interest.fen) }

    public init(
        number: Int,
        from: Day,
        until: Day,
        dueOn: Day,
        principal: Money,
        interest: Money,
        balance: Money
    ) {
        self.number = number
        self.from = from
        self.until = until
        self.dueOn = dueOn
        self.principal = principal
        self.interest = interest
        self.balance = balance
    }
}

/// All payments of a loan. The principal of all sums to the loan's; rounding differences are in the last payment.
public struct LoanSchedule: Sendable, Hashable {
    public let terms: LoanTerms
    public let installments: [Installment]

    public var interest: Money { Money(fen: installments.reduce(0) { $0 + $1.interest.fen }) }

    public init(_ terms: LoanTerms) {
        self.terms = terms
        installments = terms.installments(Outstanding(balance: terms.principal, from: terms.drawnOn, number: 1))
    }
}
