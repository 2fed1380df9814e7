import Store
import Zones

/// What must hold before a draft comes into force.
public enum Publication {
    /// Everything that is wrong with a version, each by its part: names, types, units, payers, and worked cases that get
    /// another answer than they expect.
    public static func faults(
        _ version: PolicyVersion,
        _ cases: [WorkedCase],
        _ catalogue: FactCatalogue,
        lpr: LoanPrimeRates
    ) -> [PolicyFault] {
        guard !version.clauses.isEmpty || !version.benefits.isEmpty else {
            return [PolicyFault(.version, version.code, .empty)]
        }
        let faults = parts(version, catalogue)
        guard faults.isEmpty else { return faults }
        do throws(PolicyFault) {
            let rules = try Rulebook(version, catalogue)
            return cases.compactMap { check($0, rules, lpr) }
        } catch { return [error] }
    }

    /// Each part alone, so that one mistake does not hide the next.
    private static func parts(_ version: PolicyVersion, _ catalogue: FactCatalogue) -> [PolicyFault] {
        var faults: [PolicyFault] = []
        func note(_ clauses: [Clause], _ benefits: [Benefit]) {
            var part = version
            (part.clauses, part.benefits) = (clauses, benefits)
            do throws(PolicyFault) { _ = try Rulebook(part, catalogue) } catch {
                if !faults.contains(error) { faults.append(error) }
            }
        }
        note([], [])
        for parameter in version.parameters {
            do throws(FactRefusal) { _ = try FactValue(parameter.text, as: parameter.type) } catch {
                faults.append(PolicyFault(.parameter, parameter.code, .facts(error)))
            }
        }
        for clause in version.clauses { note([clause], []) }
        for benefit in version.benefits {
            note([], [benefit])
            let shares = benefit.payers.map(\.share.partsPerMillion)
            if !shares.isEmpty, shares.reduce(0, +) != Rate.one.partsPerMillion {
                faults.append(PolicyFault(.benefit, benefit.code, .payersNotWhole))
            }
        }
        return faults
    }

    private static func check(_ example: WorkedCase, _ rules: Rulebook, _ lpr: LoanPrimeRates) -> PolicyFault? {
        let facts: FactSheet
        do throws(FactRefusal) {
            facts = try FactSheet(example.facts, rules.catalogue)
        } catch { return PolicyFault(.workedCase, example.code, .facts(error)) }
        let decision = assess(facts, rules, on: example.asOf)
        guard decision.verdict == example.verdict else {
            return PolicyFault(
                .workedCase,
                example.code,
                .otherwise(expected: example.verdict.word, found: decision.verdict.word)
            )
        }
        guard let amount = example.amount else { return nil }
        let found = rules.total(facts, on: example.asOf, lpr: lpr)
        guard found == .exact(amount) else {
            return PolicyFault(.workedCase, example.code, .otherwise(expected: amount.description, found: found.text))
        }
        return nil
    }

    /// Everything that is wrong with a version of the register.
    public static func faults(_ session: Session, _ key: VersionKey) throws -> [PolicyFault] {
        try faults(session, PolicyStore.version(session, key.policy, key.version))
    }

    private static func faults(_ session: Session, _ head: VersionHead) throws -> [PolicyFault] {
        var exclusions = try PolicyStore.exclusions(session, head)
        for policy in try PolicyStore.list(session) where policy.code != head.policy {
            for other in try PolicyStore.versions(session, policy.code) where other.state == .published {
                exclusions += try PolicyStore.exclusions(session, other)
            }
        }
        let circles = Combination.circle(exclusions).map { [PolicyFault(.exclusion, $0, .circular)] } ?? []
        return circles
            + faults(
                try PolicyStore.provisions(session, head),
                try PolicyStore.cases(session, head),
                try FactStore.catalogue(session),
                lpr: LoanPrimeRates(fixings: try RateStore.fixings(session))
            )
    }

    /// Checks a draft and makes the verb that puts it into force.
    ///
    /// - Throws: `EligibilityRejection.faulty` (`ELG07`), `.caseFails` (`ELG08`), `CoreRejection.missing`
    public static func publish(_ session: Session, _ key: VersionKey) throws -> Verb<String> {
        let head = try PolicyStore.version(session, key.policy, key.version)
        let faults = try faults(session, head)
        let failing = faults.filter { $0.part == .workedCase }
        guard faults.count == failing.count else {
            throw EligibilityRejection.faulty(policy: key.policy.text, faults.filter { $0.part != .workedCase })
        }
        guard failing.isEmpty else { throw EligibilityRejection.caseFails(policy: key.policy.text, failing) }
        return PolicyStore.publish(key, checked: head.revision)
    }
}

extension Rulebook {
    /// The sum of all awards whose own condition holds; a monthly one over its months.
    public func total(_ facts: FactSheet, on day: Day, lpr: LoanPrimeRates) -> Amount {
        sum(awards(facts, on: day, lpr: lpr))
    }

    /// The sum of those awards whose own condition holds or may hold; a monthly one over its months.
    public func sum(_ awards: [Award]) -> Amount {
        var sum = Bounds(0)
        for award in awards {
            let months =
                award.benefit.kind == .monthly ? award.months.map { Bounds(Int64($0)) } ?? .someCount : Bounds(1)
            let amount = award.amount.bounds * months
            switch award.outcome {
            case .yes: sum = sum + amount
            case .unknown: sum = sum + Bounds(0, amount.high)
            case .no: continue
            }
        }
        return Amount(sum)
    }
}

extension Amount {
    var bounds: Bounds {
        switch self {
        case .exact(let money): Bounds(money.fen)
        case .between(let least, let most): Bounds(least.fen, most?.fen ?? .max)
        case .overflow: Bounds(.max)
        }
    }

    /// `8000.00`, `2000.00..8000.00`, `2000.00..`, `overflow`
    public var text: String {
        switch self {
        case .exact(let money): money.description
        case .between(let least, let most): least.description + ".." + (most?.description ?? "")
        case .overflow: "overflow"
        }
    }
}
