/// The statements that a connection's server has prepared, by text, in the order of their last use.
@usableFromInline
struct PreparedStatements {
    /// A program has fewer different statements than this; the bound is for those that build texts.
    static let limit = 256

    @usableFromInline
    final class Entry {
        let name: String
        /// The types of the result's columns.
        @usableFromInline let columns: [OID]
        /// The row types against which the columns were checked.
        @usableFromInline var checked: Set<ObjectIdentifier> = []
        /// The one of them that was asked about last.
        @usableFromInline var lastChecked: ObjectIdentifier?
        var lastUse = 0

        init(name: String, columns: [OID]) {
            self.name = name
            self.columns = columns
        }
    }

    private struct Key: Hashable {
        let text: String
        let oids: [UInt32]
    }

    private var entries: [Key: Entry] = [:]
    private var uses = 0
    private var made = 0

    mutating func entry(for statement: Statement) -> Entry? {
        guard let entry = entries[Key(text: statement.text, oids: statement.parameters.oids)] else { return nil }
        uses += 1
        entry.lastUse = uses
        return entry
    }

    mutating func nextName() -> String {
        made += 1
        return "zb\(made)"
    }

    /// Keeps a new entry; returns the name of one that has to be deallocated for it.
    mutating func keep(_ entry: Entry, for statement: Statement) -> String? {
        uses += 1
        entry.lastUse = uses
        entries[Key(text: statement.text, oids: statement.parameters.oids)] = entry
        guard entries.count > Self.limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) else {
            return nil
        }
        entries[oldest.key] = nil
        return oldest.value.name
    }

    mutating func forget(_ statement: Statement) -> String? {
        entries.removeValue(forKey: Key(text: statement.text, oids: statement.parameters.oids))?.name
    }
}
