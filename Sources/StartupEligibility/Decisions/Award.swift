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
    /// What the benefits come to on a day, after what is on record as received under this policy.
    ///
    /// - Parameter received: what was paid besides that, by benefit and scope
    public func awards(_ facts: FactSheet, on day: Day, lpr: LoanPrimeRates, received: [Received] = []) -> [Award] {
        var scene = Scene(facts, day)
        let era = era(on: scene.day)
        let received = received + Received.all(of: version.policy, in: facts, catalogue)
        // What stages have left of the cap that they share.
        var left: Bounds?
        var awards: [Award] = []
        for compiled in era.benefits {
            let isStaged = compiled.benefit.stage != nil
            let cap = compiled.cap.map { $0.bounds(&scene) - Received.sum(received, over: compiled.benefit.capScope) }
            if isStaged { left = left ?? cap }
            scene.remainder = left ?? .unknown
            let outcome = outcome(compiled, received, &scene)
            var bounds = compiled.amount.bounds(&scene)
            if let limit = isStaged ? left : cap {
                bounds = Bounds(max(0, min(bounds.low, limit.low)), max(0, min(bounds.high, limit.high)))
            }
            if isStaged, received.contains(where: { $0.benefit == compiled.benefit.code }) {
                bounds = Bounds(0)
            } else if isStaged, let limit = left, outcome != .no {
                left = limit - (outcome == .yes ? bounds : Bounds(0, bounds.high))
            }
            awards.append(award(compiled, outcome, bounds, era, lpr, &scene))
        }
        return awards
    }

    /// Whether somebody gets a benefit: its own condition, what ends it, and that it is had once.
    private func outcome(_ compiled: CompiledBenefit, _ received: [Received], _ scene: inout Scene) -> Ternary {
        let isHad = received.contains { received in
            (received.benefit ?? compiled.benefit.code) == compiled.benefit.code
                && compiled.benefit.oncePer.contains { $0.covers(received.scope) }
        }
        guard !isHad || compiled.benefit.stage != nil else { return .no }
        // What is not known ends nothing.
        guard compiled.ending?.value(&scene) != .yes else { return .no }
        return compiled.condition?.value(&scene) ?? .yes
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
