import Zones

/// A loan as the register has it: its contract, who pays its interest, and its schedule as it stands.
public struct LoanContract: Sendable, Hashable {
    public enum State: String, Sendable, Hashable, CaseIterable {
        case open
        /// Paid back, every payment confirmed.
        case closed
    }

    /// One payment of the schedule as it stands.
    public struct Payment: Sendable, Hashable {
        public let id: Int64
        public let installment: Installment
        /// True for what was paid back before its time.
        public let isPrepayment: Bool
        /// What a settlement run made of it; nil before one.
        public let settled: SettledState?
        /// The first overdue day, and the day on which it was paid after all.
        public let overdueSince: Day?
        public let curedOn: Day?
    }

    public let id: Int64
    public let code: Code
    public let person: Code
    public let bank: Code
    public let contract: String
    /// With the months of extensions.
    public let terms: LoanTerms
    /// The last day of the contract as it was made: what comes after was added by extensions.
    public let endsOn: Day
    /// The LPR by which the rate was set, and its day.
    public let lpr: Rate
    public let lprOn: Day
    public let layers: [SubsidyLayer]
    /// Counts changes of the schedule and of what is overdue.
    public let revision: Int
    public let state: State
    public let payments: [Payment]

    /// Times without subsidy: while a payment was overdue, and what extensions added.
    public var bare: [Range<Day>] {
        var times = payments.compactMap { payment -> Range<Day>? in
            guard let since = payment.overdueSince, since < payment.curedOn ?? .last else { return nil }
            return since..<(payment.curedOn ?? .last)
        }
        if endsOn < terms.endsOn { times.append(endsOn..<Day.last) }
        return times
    }

    /// Who pays the interest of one payment. One that was not made on its day earns no subsidy at all.
    public func shares(of payment: Payment) throws(MoneyError) -> InterestShares {
        guard payment.overdueSince == nil else {
            let interest = payment.installment.interest
            return InterestShares(interest: interest, borrower: interest, layers: layers.map { _ in .zero })
        }
        return try terms.shares(of: payment.installment, layers: layers, lpr: lpr, bare: bare)
    }
}

/// What became of a payment in a quarter's settlement.
public enum SettledState: String, Sendable, Hashable, CaseIterable {
    /// Reckoned; the bank has not answered.
    case listed
    /// The bank has its interest; the treasury's part is spent.
    case paid
    /// The borrower did not pay on the day: no subsidy.
    case overdue
}
