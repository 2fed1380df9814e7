import Store
import Zones

/// What a draft would change against the version in force, for all people of the active zone; nothing is written.
public struct Simulation: Sendable, Hashable {
    /// What changes for people whose project is held in one zone.
    public struct Effect: Sendable, Hashable {
        public var people = 0
        public var gainers = 0
        public var losers = 0
        /// Undecided under the draft.
        public var undecided = 0
        /// What the draft pays to those who get something under it, less what the version in force pays.
        public var cost = Money.zero
        /// Set where an amount cannot be told, because facts are missing or it is beyond counting.
        public var isIncomplete = false
    }

    public private(set) var effects: [String: Effect] = [:]

    /// - Throws: `EligibilityRejection.faulty` (`ELG07`) for a draft that cannot be read, `CoreRejection.missing`
    public static func run(_ session: Session, _ key: VersionKey, on day: Day) throws -> Simulation {
        let sources = try FactSources(session)
        let heads = try PolicyStore.versions(session, key.policy)
        guard let draft = heads.first(where: { $0.code == key.version }) else {
            throw CoreRejection.missing(noun: "version", key: key.policy.text + " " + key.version.text)
        }
        let new = try Assessor.rulebook(try PolicyStore.provisions(session, draft), sources.catalogue)
        let old = try heads.filter { $0.state != .draft && $0.code != key.version }.map {
            try Assessor.rulebook(try PolicyStore.provisions(session, $0), sources.catalogue)
        }
        let slots = ([new] + old).reduce(into: Set([sources.catalogue.slot("projects")].compactMap(\.self))) {
            $0.formUnion($1.slots)
        }
        let wanted = try WantedFacts(session, sources, slots: slots)
        var simulation = Simulation()
        var last: Applicant?
        while true {
            let people = try ApplicantStore.people(session, after: last, limit: Sweep.chunk)
            guard let final = people.last else { return simulation }
            for facts in try FactBatch(session, people, wanted, on: day).sheets {
                let before = old.map { Outcome($0, facts, day, sources.lpr) }.first { $0.verdict == .yes }
                let zone = facts.handledBy(sources.catalogue).first ?? ""
                simulation.add(zone, before, Outcome(new, facts, day, sources.lpr))
            }
            last = final
        }
    }

    /// One person under one version.
    private struct Outcome {
        let verdict: Ternary
        let amount: Amount

        init(_ rules: Rulebook, _ facts: FactSheet, _ day: Day, _ lpr: LoanPrimeRates) {
            verdict = assess(facts, rules, on: day).verdict
            amount = verdict == .yes ? rules.total(facts, on: day, lpr: lpr) : .exact(.zero)
        }
    }

    private mutating func add(_ zone: String, _ before: Outcome?, _ after: Outcome) {
        var effect = effects[zone, default: Effect()]
        effect.people += 1
        if after.verdict == .yes, before == nil { effect.gainers += 1 }
        if after.verdict != .yes, before != nil { effect.losers += 1 }
        if after.verdict == .unknown { effect.undecided += 1 }
        let old = before.map(\.amount) ?? .exact(.zero)
        if let new = after.amount.exact, let old = old.exact, let change = try? new.subtracting(old),
            let cost = try? effect.cost.adding(change)
        {
            effect.cost = cost
        } else {
            effect.isIncomplete = true
        }
        effects[zone] = effect
    }
}
