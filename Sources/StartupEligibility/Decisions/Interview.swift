import Zones

/// An interview at the desk: asks only what can still change an answer, remembers what nobody knows, stores nothing.
public struct Interview {
    private let assessor: Assessor
    private let day: Day
    public private(set) var facts: FactSheet
    private var skipped: Set<String> = []

    public init(_ assessor: Assessor, on day: Day) {
        self.assessor = assessor
        self.day = day
        facts = FactSheet(assessor.catalogue)
        for (fact, value, _) in assessor.sources.common(on: day) { facts.set(fact, value, assessor.catalogue) }
    }

    /// What the answers are by now.
    public var answers: [Answer] { assessor.answers(facts, on: day) }

    /// The next fact to ask for: the one that most undecided policies wait for; nil when no question can change an answer.
    public var question: FactDefinition? {
        var waiting: [FactDefinition] = []
        var counts: [String: Int] = [:]
        for answer in answers {
            for fact in answer.missing where !skipped.contains(fact.name) {
                if counts[fact.name] == nil { waiting.append(fact) }
                counts[fact.name, default: 0] += 1
            }
        }
        return waiting.max { (counts[$0.name] ?? 0) < (counts[$1.name] ?? 0) }
    }

    /// Takes an answer as it is written; `?` or nothing is "don't know".
    ///
    /// - Throws: `FactRefusal` for what is no such value; the question stands
    public mutating func take(_ text: String, for fact: FactDefinition) throws(FactRefusal) {
        guard let slot = assessor.catalogue.slot(fact.name) else { throw .unknownFact(fact.name) }
        let word = FactSheet.trimmed(text[...])
        let value =
            fact.type == .rows
            ? try FactSheet.rows(word.isEmpty ? "?" : word, fact.name, assessor.catalogue)
            : try FactValue(word.isEmpty ? "?" : word, as: fact.type)
        facts.values[slot] = value
        if case .rows(let rows) = value, rows.contains(where: { $0.contains(.unknown) }) { skipped.insert(fact.name) }
        if value.isUnknown { skipped.insert(fact.name) }
    }
}
