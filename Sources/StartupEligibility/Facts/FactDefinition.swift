import Zones

/// One entry of the catalogue: a typed fact about a person or an organization, or a column of a list.
public struct FactDefinition: Sendable, Hashable {
    /// The name in clauses: `registered_on`; of a column `hires.start_on`.
    public let name: String
    public let type: FactType
    /// What an integer counts: `months`, `people`, `hours`; nil for a bare number and for other types.
    public let unit: String?
    public let nameZh: String
    public let nameEn: String
    /// `declared`, or the table or view that it is read from.
    public let source: String
    /// What proves it, such as 营业执照.
    public let evidence: String?

    public init(
        _ name: String,
        _ type: FactType,
        unit: String? = nil,
        zh: String = "",
        en: String = "",
        source: String = "declared",
        evidence: String? = nil
    ) {
        self.name = name
        self.type = type
        self.unit = unit
        nameZh = zh
        nameEn = en
        self.source = source
        self.evidence = evidence
    }

    /// The list that it is a column of; nil for a fact of its own.
    public var list: String? {
        name.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(name[..<$0]) }
    }

    /// The name of a column without its list's.
    public var column: String {
        name.utf8.firstIndex(of: UInt8(ascii: ".")).map { String(name[name.index(after: $0)...]) } ?? name
    }
}

/// All facts that there are, each with its place in `FactSheet.values`.
public struct FactCatalogue: Sendable, Hashable {
    /// The facts that are no columns, in order of their slots.
    public let facts: [FactDefinition]
    /// The columns of each list, in order of the cells.
    public let columns: [String: [FactDefinition]]
    private let slots: [String: Int]

    public init(_ definitions: [FactDefinition]) {
        facts = definitions.filter { $0.list == nil }
        columns = Dictionary(grouping: definitions.filter { $0.list != nil }) { $0.list ?? "" }
        slots = Dictionary(facts.enumerated().map { ($1.name, $0) }) { first, _ in first }
    }

    /// The place of a fact; nil for a name that is not in the catalogue.
    public func slot(_ name: String) -> Int? { slots[name] }

    /// The place of a column among the cells of its list's rows.
    public func column(_ name: String, of list: String) -> Int? {
        columns[list]?.firstIndex { $0.column == name }
    }

    public func definition(_ name: String) -> FactDefinition? {
        if let slot = slots[name] { return facts[slot] }
        return columns.values.lazy.flatMap { $0 }.first { $0.name == name }
    }
}
