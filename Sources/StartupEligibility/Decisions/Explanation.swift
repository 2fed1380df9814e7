import Zones

/// Why a decision is what it is: every clause with the facts that it looked at, and what would change a no.
public struct Reason: Sendable, Hashable {
    public let clause: Clause
    public let outcome: Ternary
    /// The facts that it looks at, with their values on record.
    public let facts: [Seen]
    /// The condition with the parameters' values in place.
    public let threshold: String
    /// For a no or unknown: the first day after the decision's on which it holds without anybody doing anything.
    public let holdsFrom: Day?
    /// For a yes: the last day on which it holds; nil while no end is known.
    public let holdsUntil: Day?
    /// Parameters that are assumed and on which it rests.
    public let assumed: [String]

    public struct Seen: Sendable, Hashable {
        public let fact: FactDefinition
        public let value: FactValue
    }
}

extension Rulebook {
    /// The reasons of a decision, one for each clause in order.
    public func reasons(_ facts: FactSheet, _ decision: Decision) -> [Reason] {
        let number = Int64(decision.day.daysSinceEpoch2000)
        let era = era(on: number)
        return era.clauses.enumerated().map { index, compiled in
            let next = change(of: compiled, facts, after: decision, from: decision.outcome(index))
            let outcome = decision.outcome(index)
            return Reason(
                clause: compiled.clause,
                outcome: outcome,
                facts: compiled.facts.map { Reason.Seen(fact: catalogue.facts[$0], value: facts.values[$0]) },
                threshold: Self.threshold(compiled, era),
                holdsFrom: outcome == .yes ? nil : next,
                holdsUntil: outcome == .yes ? next.flatMap { try? $0.adding(days: -1) } : nil,
                assumed: compiled.parameters.filter { era.parameters[$0]?.isAssumed == true }
            )
        }
    }

    /// The first later day on which the clause holds when it does not now, or no longer holds when it does.
    private func change(of clause: CompiledClause, _ facts: FactSheet, after decision: Decision, from outcome: Ternary)
        -> Day?
    {
        guard clause.usesDay else { return nil }
        var scene = Scene(facts, decision.day)
        var days: [Int64] = []
        clause.test.changes(&scene, into: &days)
        let now = Int64(decision.day.daysSinceEpoch2000)
        for day in days.sorted() where day > now {
            scene.day = day
            let value = clause.test.value(&scene)
            if outcome == .yes ? value != .yes : value == .yes { return Timeline.day(day) }
        }
        return nil
    }

    private static func threshold(_ compiled: CompiledClause, _ era: Era) -> String {
        var text = compiled.clause.condition
        // The longest name first, so that $limit does not eat into $limit_large.
        for code in compiled.parameters.sorted(by: { $0.utf8.count > $1.utf8.count }) {
            guard let parameter = era.parameters[code] else { continue }
            let unit = parameter.unit ?? (parameter.type == .money ? "yuan" : parameter.type == .rate ? "percent" : nil)
            text = text.replacing("$" + code, with: parameter.text + (unit.map { " " + $0 } ?? ""))
        }
        return text
    }

    /// The unknown facts that can still change an undecided answer: those in groups that are open, and there in the
    /// alternatives that are not lost yet.
    public func missing(_ facts: FactSheet, _ decision: Decision) -> [FactDefinition] {
        guard decision.verdict == .unknown else { return [] }
        let era = era(on: Int64(decision.day.daysSinceEpoch2000))
        var found: [FactDefinition] = []
        func note(_ slot: Int) {
            let fact = catalogue.facts[slot]
            if Self.isOpen(facts.values[slot]), !found.contains(fact) { found.append(fact) }
        }
        if let anchorSlot { note(anchorSlot) }
        for alternatives in era.groups where !alternatives.contains(where: { decision.yes & $0 == $0 }) {
            for mask in alternatives where decision.no & mask == 0 {
                for (index, clause) in era.clauses.enumerated()
                where mask & 1 << UInt64(index) != 0 && decision.outcome(index) == .unknown {
                    clause.facts.forEach(note)
                }
            }
        }
        return found
    }

    private static func isOpen(_ value: FactValue) -> Bool {
        switch value {
        case .unknown: true
        case .rows(let rows): rows.contains { $0.contains(.unknown) }
        default: false
        }
    }
}

extension String {
    /// Every occurrence of a text by another.
    fileprivate func replacing(_ old: String, with new: String) -> String {
        var result = ""
        var rest = self[...]
        while let range = rest.firstRange(of: old) {
            result += rest[..<range.lowerBound] + new
            rest = rest[range.upperBound...]
        }
        return result + rest
    }
}
