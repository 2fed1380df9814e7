import Zones

/// A loan contract that is to be opened, with everything that was reckoned for it.
public struct NewLoan: Sendable, Hashable {
    public let code: Code?
    public let person: Code
    public let policy: Code?
    public let decision: Code?
    /// The approved claim that it is drawn on; its award pays the interest then.
    public let claim: Code?
    public let bank: Code
    public let contract: String
    public let terms: LoanTerms
    public let lprOn: Day
    public let lpr: Rate
    /// How far the rate may lie above the LPR; nil: as the policy says, or without a cap.
    public let cap: Rate?
    public let layers: [SubsidyLayer]

    public init(
        code: Code?,
        person: Code,
        policy: Code?,
        decision: Code?,
        claim: Code? = nil,
        bank: Code,
        contract: String,
        terms: LoanTerms,
        lprOn: Day,
        lpr: Rate,
        cap: Rate?,
        layers: [SubsidyLayer]
    ) {
        self.code = code
        self.person = person
        self.policy = policy
        self.decision = decision
        self.claim = claim
        self.bank = bank
        self.contract = contract
        self.terms = terms
        self.lprOn = lprOn
        self.lpr = lpr
        self.cap = cap
        self.layers = layers
    }
}

extension LoanPrimeRates {
    /// The rate by which a loan of so many months is priced: that for five years and more above sixty months.
    public func rate(months: Int, on day: Day) throws(RateRefusal) -> Rate {
        months > 60 ? try fiveYear(on: day) : try oneYear(on: day)
    }
}

/// What a policy's loan benefit says of the interest.
public struct LoanOffer: Sendable, Hashable {
    /// The most above the LPR.
    public let cap: Rate?
    /// Its treasuries' parts, for the years that it subsidises.
    public let layers: [SubsidyLayer]

    /// - Throws: `MoneyError`, `DayRefusal`
    public init(cap: Rate?, subsidy: Rate?, years: Int?, payers: [Benefit.Payer], drawnOn: Day) throws {
        self.cap = cap
        guard let subsidy, subsidy > .zero else {
            layers = []
            return
        }
        let until = try years.map { try drawnOn.adding(years: $0).adding(days: -1) }
        layers = try payers.map { payer in
            let part = try Money(fen: subsidy.partsPerMillion).multiplied(by: payer.share)
            return SubsidyLayer(
                payer: payer.layer,
                formula: .share(Rate(partsPerMillion: part.fen)),
                until: until
            )
        }
    }
}
