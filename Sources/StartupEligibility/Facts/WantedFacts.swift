import Store
import Zones

/// The facts that some policies look at.
struct WantedFacts: Sendable {
    struct Fact: Sendable {
        let name: String
        let slot: Int
        let type: FactType
    }

    let sources: FactSources
    /// Those that are no lists.
    let values: [Fact]
    let lists: [Fact]
    /// The place in `values` of each of the catalogue's positions; -1 of others.
    private let columns: [Int]

    init(_ session: Session, _ sources: FactSources, slots: Set<Int>) throws {
        self.sources = sources
        let facts = slots.sorted().map { slot in
            Fact(name: sources.catalogue.facts[slot].name, slot: slot, type: sources.catalogue.facts[slot].type)
        }
        values = facts.filter { $0.type != .rows }
        lists = facts.filter { $0.type == .rows }
        let positions = try RegisterStore.positions(session)
        var columns = [Int](repeating: -1, count: Int(positions.values.max() ?? 0) + 1)
        for (column, fact) in values.enumerated() {
            if let position = positions[fact.name] { columns[Int(position)] = column }
        }
        self.columns = columns
    }

    /// The place in `values` of a fact by its position; nil of one that is not wanted.
    func column(_ position: Int32) -> Int? {
        let position = Int(position)
        return columns.indices.contains(position) && columns[position] >= 0 ? columns[position] : nil
    }
}
