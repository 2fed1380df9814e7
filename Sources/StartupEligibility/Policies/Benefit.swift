import Store
import Zones

/// What a benefit is.
public enum BenefitKind: String, Sendable, Hashable, CaseIterable {
    /// Paid once; several with stages share one lifetime cap.
    case grant
    /// Paid every month for a number of months.
    case monthly
    /// Lent, with a part of the interest paid.
    case loan
}

extension BenefitKind: PostgresText {}

/// Over whom a cap is summed, or who gets something once.
public enum Scope: String, Sendable, Hashable, CaseIterable {
    case person, org, family, site, licence
}

extension Scope: PostgresText {}

/// What somebody gets who fulfils a policy; amounts are formulas as written.
public struct Benefit: Sendable, Hashable {
    public let code: String
    public let kind: BenefitKind
    public let nameZh: String
    public let nameEn: String
    public let article: String
    /// The amount, a month's amount, or the most that is lent.
    public let amount: String
    /// What the clauses do not say: the condition of a stage or an addition.
    public let condition: String?
    /// What ends it after it was granted.
    public let ending: String?
    /// Stages of one policy are paid in order under the cap.
    public let stage: Int?
    /// A formula of the most that all stages, or all payments to the scope, come to.
    public let cap: String?
    public let capScope: Scope?
    /// Who gets it only once.
    public let oncePer: [Scope]
    /// For how many months, a formula.
    public let months: String?
    /// What the loan's rate lies above the one-year LPR of the day.
    public let spread: Rate?
    /// The part of the interest that is paid for the borrower; all of it is "fully subsidised".
    public let subsidy: Rate?
    /// For how many years interest is paid.
    public let subsidisedYears: Int?
    /// Who pays, `city 50, project_zone 50`, in percent.
    public let payers: [Payer]

    public struct Payer: Sendable, Hashable {
        /// A treasury's layer: `nation`, `province`, `city`, `zone`, or `project_zone` for where the project is held.
        public let layer: String
        public let share: Rate

        public init(layer: String, share: Rate) {
            self.layer = layer
            self.share = share
        }
    }

    public init(
        code: String,
        kind: BenefitKind = .grant,
        nameZh: String = "",
        nameEn: String = "",
        article: String = "",
        amount: String,
        condition: String? = nil,
        ending: String? = nil,
        stage: Int? = nil,
        cap: String? = nil,
        capScope: Scope? = nil,
        oncePer: [Scope] = [],
        months: String? = nil,
        spread: Rate? = nil,
        subsidy: Rate? = nil,
        subsidisedYears: Int? = nil,
        payers: [Payer] = []
    ) {
        self.code = code
        self.kind = kind
        self.nameZh = nameZh
        self.nameEn = nameEn
        self.article = article
        self.amount = amount
        self.condition = condition
        self.ending = ending
        self.stage = stage
        self.cap = cap
        self.capScope = capScope
        self.oncePer = oncePer
        self.months = months
        self.spread = spread
        self.subsidy = subsidy
        self.subsidisedYears = subsidisedYears
        self.payers = payers
    }
}
