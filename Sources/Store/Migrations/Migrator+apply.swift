import Glibc
import Postgres
import SQL

extension Migrator {
    /// A migration waits so long for a lock; whoever comes after it waits behind it, so that this is what a user may
    /// feel. Then it lets go, and tries again a little later.
    private static let attempts = 30

    /// Applies one migration with its mark.
    ///
    /// - Throws: `PostgresError`; 55P03 when others held the tables for all of its attempts.
    func apply(_ migration: Migration) throws {
        guard !migration.isConcurrent else { return try applyConcurrently(migration) }
        try patiently {
            try connection.transaction { connection in
                _ = try connection.execute("set local lock_timeout = '2s'")
                try connection.script(migration.text)
                try mark(migration, connection)
            }
        }
    }

    /// Indexes that are built beside running work cannot be in a transaction. What an interrupted build left is invalid
    /// and goes first.
    private func applyConcurrently(_ migration: Migration) throws {
        try patiently {
            _ = try connection.execute("set lock_timeout = '2s'")
            defer { _ = try? connection.execute("reset lock_timeout") }
            _ = try connection.execute("select core.drop_invalid_indexes()")
            try connection.script(migration.text)
            try mark(migration, connection)
        }
    }

    private func mark(_ migration: Migration, _ connection: Connection) throws {
        _ = try connection.execute(
            """
            insert into core.migration (number, name, sha256)
            values (\(Int32(migration.number)), \(migration.name), \(migration.sha256))
            """
        )
    }

    private func patiently(_ body: () throws -> Void) throws {
        for attempt in 1... {
            do {
                return try body()
            } catch let error as PostgresError where error.sqlState?.rawValue == "55P03" && attempt < Self.attempts {
                usleep(500_000)
            }
        }
    }
}
