import Zones

/// How much it is.
public enum Amount: Sendable, Hashable {
    case exact(Money)
    /// FactSheet are missing; `most` nil where they leave it open.
    case between(Money, Money?)
    /// Beyond what can be counted: nothing is paid on such a figure.
    case overflow

    init(_ bounds: Bounds) {
        if bounds.isOverflow {
            self = .overflow
        } else if bounds.isExact {
            self = .exact(Money(fen: bounds.low))
        } else {
            self = .between(Money(fen: max(bounds.low, 0)), bounds.high == .max ? nil : Money(fen: bounds.high))
        }
    }

    public var exact: Money? {
        if case .exact(let money) = self { money } else { nil }
    }
}

/// One benefit for somebody.
public struct Award: Sendable, Hashable {
    public let benefit: Benefit
    /// Whether its own condition holds; the policy's verdict comes on top.
    public let outcome: Ternary
    public let amount: Amount
    /// For a monthly benefit the number of months; nil for others and where facts are missing.
    public let months: Int?
    public let interest: Interest?
    /// Parameters that are assumed and on which the amount rests.
    public let assumed: [String]

    /// What a loan costs a year if nothing is paid back within it, and what of that is paid for the borrower.
    public struct Interest: Sendable, Hashable {
        /// The one-year LPR of the day and the spread; nil where no fixing answers for the day.
        public let rate: Rate?
        public let yearly: Money?
        public let subsidised: Money?
        public let years: Int
    }
}

extension Rulebook {
    /// What the benefits come to on a day.
    ///
    /// - Parameter received: what was paid before under this policy, by benefit and scope
    public func awards(_ facts: FactSheet, on day: Day, lpr: LoanPrimeRates, received: [Received] = []) -> [Award] {
        var scene = Scene(facts, day)
        let era = era(on: scene.day)
        var left: Bounds?
        var awards: [Award] = []
        for compiled in era.benefits {
            if let cap = compiled.cap, compiled.benefit.stage == nil || left == nil {
                let paid = received.filter { $0.scope == compiled.benefit.capScope ?? .person }.map(\.amount.fen)
                left = cap.bounds(&scene) - Bounds(paid.reduce(0) { $0.addingReportingOverflow($1).partialValue })
            }
            scene.remainder = left ?? .unknown
            let outcome = compiled.condition?.value(&scene) ?? .yes
            var bounds = compiled.amount.bounds(&scene)
            if let limit = left, compiled.cap != nil || compiled.benefit.stage != nil {
                bounds = Bounds(max(0, min(bounds.low, limit.low)), max(0, min(bounds.high, limit.high)))
            }
            if received.contains(where: { $0.benefit == compiled.benefit.code }), compiled.benefit.stage != nil {
                bounds = Bounds(0)
            } else if compiled.benefit.stage != nil, let limit = left, outcome != .no {
                left = limit - (outcome == .yes ? bounds : Bounds(0, bounds.high))
            }
            awards.append(award(compiled, outcome, bounds, era, lpr, &scene))
        }
        return awards
    }

    private func award(
        _ compiled: CompiledBenefit,
        _ outcome: Ternary,
        _ bounds: Bounds,
        _ era: Era,
        _ lpr: LoanPrimeRates,
        _ scene: inout Scene
    ) -> Award {
        let amount = Amount(bounds)
        let months = compiled.months?.bounds(&scene)
        return Award(
            benefit: compiled.benefit,
            outcome: outcome,
            amount: amount,
            months: months.flatMap { $0.isExact ? Int($0.low) : nil },
            interest: compiled.benefit.kind == .loan ? interest(compiled.benefit, amount, lpr, scene.day) : nil,
            assumed: compiled.parameters.filter { era.parameters[$0]?.isAssumed == true }
        )
    }

    private func interest(_ benefit: Benefit, _ amount: Amount, _ lpr: LoanPrimeRates, _ day: Int64) -> Award.Interest {
        let base = Timeline.day(day).flatMap { try? lpr.oneYear(on: $0) }
        let rate = base.flatMap { try? $0.adding(benefit.spread ?? .zero) }
        let yearly = rate.flatMap { rate in amount.exact.flatMap { try? $0.multiplied(by: rate) } }
        let part = yearly.flatMap { try? $0.multiplied(by: benefit.subsidy ?? .zero) }
        return Award.Interest(rate: rate, yearly: yearly, subsidised: part, years: benefit.subsidisedYears ?? 0)
    }
}

/// What was paid before under a policy.
public struct Received: Sendable, Hashable {
    public let policy: String
    public let benefit: String
    public let scope: Scope
    public let amount: Money
    public let on: Day

    public init(policy: String, benefit: String, scope: Scope, amount: Money, on: Day) {
        self.policy = policy
        self.benefit = benefit
        self.scope = scope
        self.amount = amount
        self.on = on
    }
}
