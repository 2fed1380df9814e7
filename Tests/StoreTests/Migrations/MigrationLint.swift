/// The rules for a migration that meets a database in use, by what one can see in its text.
///
/// A lock that stops writers must be short: none waits long for it (the migrator's `lock_timeout`), and none is held
/// while rows are read or rewritten. What the previous release reads and writes stays until the release after (expand
/// and contract).
enum MigrationLint {
    enum Fault: String, Sendable, Hashable, CaseIterable {
        /// `create index` on a table that has rows, without `concurrently`, stops its writers for as long as it takes.
        case indexStopsWriters = "index_stops_writers"
        /// `concurrently` cannot be in a transaction: such a file's name ends in `_concurrently.sql`, and it holds one
        /// statement.
        case concurrentlyInTransaction = "concurrently_in_transaction"
        /// A check or foreign key is added `not valid`; else all rows are read under the lock.
        case constraintReadsRows = "constraint_reads_rows"
        /// `validate constraint` belongs into a later migration than the constraint: else it runs under its lock.
        case validatedAtOnce = "validated_at_once"
        /// `set not null` reads all rows, unless a validated check says the same.
        case notNullReadsRows = "not_null_reads_rows"
        /// A new column that is not null and has no default refuses the previous release's writes.
        case columnRefusesOldWrites = "column_refuses_old_writes"
        /// A default that differs by row (`now()` does not), or another type, rewrites the table.
        case rewritesTable = "rewrites_table"
        /// What the previous release uses is dropped or renamed one release later, in a migration that says so:
        /// `-- contract: unused since <release>`.
        case breaksOldRelease = "breaks_old_release"
        /// A change of rows in bulk belongs into batches outside of the migration's transaction.
        case rewritesRows = "rewrites_rows"
        /// A lock that nobody asked for.
        case explicitLock = "explicit_lock"
    }

    /// What is wrong with a migration's text, without what it makes itself: a new table has no rows and no readers.
    static func faults(_ text: String, name: String = "0100_next.sql") -> Set<Fault> {
        var faults: Set<Fault> = []
        let statements = statements(text)
        let made = Set(statements.compactMap { $0.firstMatch(of: /^create table (?:if not exists )?([a-z_.]+)/)?.1 })
        let isContract = text.contains(/--\s*contract: unused since \S/)
        var added: Set<Substring> = []
        for statement in statements {
            if statement.contains(/^create (unique )?index concurrently/) {
                if !name.hasSuffix("_concurrently.sql") || statements.count > 1 {
                    faults.insert(.concurrentlyInTransaction)
                }
            } else if let table = statement.firstMatch(of: /^create (?:unique )?index .* on (?:only )?([a-z_.]+)/)?.1 {
                if !made.contains(table) { faults.insert(.indexStopsWriters) }
            }
            if statement.contains(/^(update|delete from)\s/) { faults.insert(.rewritesRows) }
            if statement.contains(/^(lock|cluster|vacuum full|reindex)\s/) { faults.insert(.explicitLock) }
            if statement.contains(/^drop (table|view|schema|type|sequence|function)\s/)
                || statement.contains(/^alter (table|view|schema|type) .*\brename\b/), !isContract
            {
                faults.insert(.breaksOldRelease)
            }
            guard let table = statement.firstMatch(of: /^alter table (?:if exists )?(?:only )?([a-z_.]+)/)?.1,
                !made.contains(table)
            else { continue }
            faults.formUnion(self.faults(of: statement, isContract: isContract, &added))
        }
        return faults
    }

    private static func faults(of statement: String, isContract: Bool, _ added: inout Set<Substring>) -> Set<Fault> {
        var faults: Set<Fault> = []
        if let constraint = statement.firstMatch(of: /add constraint ([a-z_0-9]+) (check|foreign key)/) {
            added.insert(constraint.1)
            if !statement.contains("not valid") { faults.insert(.constraintReadsRows) }
        }
        // An index is built first, beside running work, and then becomes the constraint.
        if statement.contains(/add constraint [a-z_0-9]+ (unique|primary key|exclude) *(nulls not distinct *)?\(/)
            || statement.contains(/add constraint [a-z_0-9]+ exclude using/)
        {
            faults.insert(.indexStopsWriters)
        }
        if let name = statement.firstMatch(of: /validate constraint ([a-z_0-9]+)/)?.1, added.contains(name) {
            faults.insert(.validatedAtOnce)
        }
        if statement.contains(/alter (column )?[a-z_]+ set not null/), !statement.contains("-- proved by") {
            faults.insert(.notNullReadsRows)
        }
        if statement.contains(/add column .*not null/), !statement.contains(/default|generated always as identity/) {
            faults.insert(.columnRefusesOldWrites)
        }
        if statement.contains(
            /add column .*(default (gen_random_uuid|clock_timestamp|random|nextval)|generated always)/
        )
            || statement.contains(/alter (column )?[a-z_]+ (set data )?type\s/)
        {
            faults.insert(.rewritesTable)
        }
        if statement.contains(/drop (column|constraint)\s/), !isContract { faults.insert(.breaksOldRelease) }
        return faults
    }

    /// The statements in lower case on one line each; bodies of functions and comments do not count, but for the remark
    /// that a check proves a `not null`.
    private static func statements(_ text: String) -> [String] {
        var rest = text.lowercased()
        rest.replace(/\$([a-z_]*)\$(?:.|\n)*?\$\1\$/, with: "''")
        rest.replace(/'(?:[^']|'')*'/, with: "''")
        rest.replace(/--(?! proved by)[^\n]*/, with: "")
        return rest.split(separator: ";").map { statement in
            statement.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        }.filter { !$0.isEmpty && !$0.hasPrefix("--") }
    }
}
