import Zones

/// One record of a declared fact, in the order of observation and recording.
struct DeclaredFact: Sendable, Hashable {
    let fact: String
    let row: String?
    let value: String?
    let observedOn: Day
    let source: String
    let evidence: String?
    /// False for a fact of the person's organization.
    let isPersonal: Bool
}

/// The facts of one applicant with where each comes from.
public struct CaseFile: Sendable {
    public let catalogue: FactCatalogue
    public private(set) var facts: FactSheet
    public private(set) var provenance: [Int: Provenance] = [:]
    private var declared: [String: [DeclaredFact]] = [:]

    public init(_ catalogue: FactCatalogue) {
        self.init(catalogue, FactSheet(catalogue))
    }

    /// Facts of which nobody says where they come from.
    public init(_ catalogue: FactCatalogue, _ facts: FactSheet) {
        self.catalogue = catalogue
        self.facts = facts
    }

    /// Sets a fact that is read from a register.
    mutating func set(_ name: String, _ value: FactValue, _ provenance: Provenance) {
        guard let slot = catalogue.slot(name) else { return }
        facts.values[slot] = value
        self.provenance[slot] = value.isUnknown ? nil : provenance
    }

    mutating func add(_ record: DeclaredFact) {
        declared[record.fact, default: []].append(record)
    }

    /// Draws from all records what counts: the latest observation, a person's own before the organization's.
    mutating func settle() {
        for (name, records) in declared {
            guard let slot = catalogue.slot(name) else { continue }
            if catalogue.facts[slot].type == .rows {
                settle(rows: records, slot)
            } else {
                let own = records.filter(\.isPersonal)
                let (value, provenance) = Self.latest(own.isEmpty ? records : own)
                facts.values[slot] =
                    value.flatMap { try? FactValue($0, as: catalogue.facts[slot].type) } ?? .unknown
                self.provenance[slot] = provenance
            }
        }
    }

    /// The last word of the latest day; unknown when two sources say different things about that day.
    private static func latest(_ records: [DeclaredFact]) -> (String?, Provenance?) {
        guard let last = records.last else { return (nil, nil) }
        var words: [String: String?] = [:]
        for record in records where record.observedOn == last.observedOn { words[record.source] = record.value }
        if Set(words.values).count > 1 {
            let sources = words.keys.sorted()
            return (nil, Provenance(source: "", observedOn: last.observedOn, contradicting: sources))
        }
        return (last.value, Provenance(source: last.source, evidence: last.evidence, observedOn: last.observedOn))
    }

    /// Rows by key; `none` clears what was seen until then, and a list with any row counts as complete.
    private mutating func settle(rows records: [DeclaredFact], _ slot: Int) {
        let list = catalogue.facts[slot].name
        var keys: [String] = []
        var rows: [String: [DeclaredFact]] = [:]
        for record in records {
            guard let key = record.row else {
                if record.value == "none" { (keys, rows) = ([], [:]) }
                continue
            }
            if rows[key] == nil { keys.append(key) }
            rows[key, default: []].append(record)
        }
        facts.values[slot] = .rows(
            keys.compactMap { key in
                Self.latest(rows[key] ?? []).0.map { text in
                    (try? FactSheet.row(text[...], list, catalogue))
                        ?? Array(repeating: .unknown, count: catalogue.columns[list]?.count ?? 0)
                }
            }
        )
        // The list as a whole becomes unknown again by a null without a key.
        if let last = records.last(where: { $0.row == nil }), last.value == nil, records.last == last {
            facts.values[slot] = .unknown
        }
        provenance[slot] = Self.latest([records[records.count - 1]]).1
    }

    /// Every source that said something about a fact, or the register that it is read from.
    func sources(of slot: Int) -> Set<String> {
        let records = declared[catalogue.facts[slot].name] ?? []
        let own = records.filter(\.isPersonal)
        let said = (own.isEmpty ? records : own).map(\.source)
        guard let origin = provenance[slot] else { return Set(said) }
        return origin.observedOn == nil ? [origin.source] : Set(said)
    }

    /// The records that are known, in the catalogue's order.
    public var records: [FactRecord] {
        catalogue.facts.enumerated().compactMap { slot, definition in
            guard !facts.values[slot].isUnknown || provenance[slot] != nil else { return nil }
            return FactRecord(definition: definition, value: facts.values[slot], provenance: provenance[slot])
        }
    }
}
