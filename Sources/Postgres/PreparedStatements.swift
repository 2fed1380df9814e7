import Glibc

/// The statements that a connection's server has prepared, by shape, in the order of their last use.
@usableFromInline
struct PreparedStatements {
    /// A program has fewer different statements than this; the bound is for those that build texts.
    static let limit = 256

    @usableFromInline
    final class Entry {
        let name: String
        /// The name as libpq takes it, at every use.
        let nameInC: UnsafeMutablePointer<CChar>?
        /// The statement that it was prepared for.
        let statement: Statement
        /// The types of the result's columns.
        @usableFromInline let columns: [OID]
        /// The same types where a row finds them at once.
        @usableFromInline let columnTypes: UnsafeMutablePointer<OID>
        /// The row types against which the columns were checked.
        @usableFromInline var checked: Set<ObjectIdentifier> = []
        /// The one of them that was asked about last.
        @usableFromInline var lastChecked: ObjectIdentifier?
        var lastUse = 0

        init(name: String, statement: Statement, columns: [OID]) {
            self.name = name
            nameInC = strdup(name)
            columnTypes = .allocate(capacity: columns.count)
            columnTypes.initialize(from: columns, count: columns.count)
            self.statement = statement
            self.columns = columns
        }

        deinit {
            free(nameInC)
            columnTypes.deallocate()
        }
    }

    private var entries: [UInt64: Entry] = [:]
    /// The one that was asked for last: statements often come in rows of the same.
    private var last: Entry?
    /// The fingerprints of statements that were run once, unprepared.
    private var runOnce: Set<UInt64> = []
    /// Names of statements that gave way, and that the server still keeps.
    private var retired: [String] = []
    private var uses = 0
    private var made = 0

    mutating func entry(for statement: Statement) -> Entry? {
        if let last, last.statement.isShaped(like: statement) { return last }
        guard let entry = entries[statement.fingerprint], entry.statement.isShaped(like: statement) else { return nil }
        uses += 1
        entry.lastUse = uses
        last = entry
        return entry
    }

    /// Whether a statement without entry was never asked about before; as good as never, where too many others were.
    mutating func isNew(_ statement: Statement) -> Bool {
        if runOnce.count > 4 * Self.limit { runOnce.removeAll() }
        return runOnce.insert(statement.fingerprint).inserted
    }

    mutating func nextName() -> String {
        made += 1
        return "zb\(made)"
    }

    /// Keeps a new entry; the one that was used longest ago gives way when there are too many.
    mutating func keep(_ entry: Entry) {
        uses += 1
        entry.lastUse = uses
        last = entry
        if let replaced = entries.updateValue(entry, forKey: entry.statement.fingerprint) {
            retired.append(replaced.name)
        }
        guard entries.count > Self.limit, let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse }) else {
            return
        }
        entries[oldest.key] = nil
        retired.append(oldest.value.name)
    }

    mutating func forget(_ statement: Statement) {
        last = nil
        if let entry = entries.removeValue(forKey: statement.fingerprint) { retired.append(entry.name) }
    }

    /// The next name to deallocate.
    mutating func nextRetired() -> String? { retired.popLast() }
}
