import Postgres
import SQL

/// A migration cannot go on.
public enum MigrationRefusal: Error, Sendable, Hashable {
    /// The database was migrated by a newer program.
    case newerSchema(database: Int, program: Int)
    /// An applied migration's text is not this program's: somebody edited history.
    case changed(name: String)
    /// An applied migration is missing in this program.
    case unknown(number: Int)
}

/// Brings a database to this program's schema: migrations in order, each in a transaction with its mark; then the
/// functions whose text changed.
public struct Migrator {
    /// One advisory lock for all migrators of a database; the number is arbitrary and fixed.
    private static let lock: Int64 = 0x5A42_4D49_4752

    /// What a run did.
    public struct Outcome: Sendable, Hashable {
        public var migrations: [String] = []
        public var functions: [String] = []
        public var version = 0
    }

    let connection: Connection
    let migrations: [Migration]

    /// - Parameters:
    ///   - connection: a login that may say `set role zb_owner`.
    ///   - migrations: in ascending order; this program's, but for tests of migrations to come.
    public init(_ connection: Connection, migrations: [Migration] = Migration.all) {
        self.connection = connection
        self.migrations = migrations
    }

    /// Applies what is missing. A second run changes nothing.
    ///
    /// - Throws: `MigrationRefusal` before anything is changed; `PostgresError` with everything before the failing
    ///   migration applied.
    public func run() throws -> Outcome {
        _ = try connection.execute("set role zb_owner")
        _ = try connection.execute("select pg_advisory_lock(\(Self.lock))")
        defer { _ = try? connection.execute("select pg_advisory_unlock(\(Self.lock))") }
        for file in embeddedFiles where file.path == "cluster/bookkeeping.sql" { try connection.script(file.text) }
        let applied = try applied()
        try check(applied: applied)
        var outcome = Outcome(version: migrations.last?.number ?? 0)
        for migration in migrations.dropFirst(applied.count) {
            try apply(migration)
            outcome.migrations.append(migration.name)
        }
        for file in embeddedFiles(in: "functions") where try install(file) { outcome.functions.append(file.path) }
        return outcome
    }

    func applied() throws(PostgresError) -> [(number: Int, name: String, sha256: Bytes)] {
        try connection.rows(
            "select number, name, sha256 from core.migration order by number",
            as: (Int32, String, Bytes).self
        ).map { (Int($0.0), $0.1, $0.2) }
    }

    func check(applied: [(number: Int, name: String, sha256: Bytes)]) throws(MigrationRefusal) {
        let program = migrations.last?.number ?? 0
        if let last = applied.last, last.number > program {
            throw .newerSchema(database: last.number, program: program)
        }
        for (position, done) in applied.enumerated() {
            guard position < migrations.count, migrations[position].number == done.number else {
                throw .unknown(number: done.number)
            }
            guard migrations[position].sha256 == done.sha256 else { throw .changed(name: done.name) }
        }
    }

    /// Installs a file of functions when its text is new; false when it stands as it is.
    private func install(_ file: EmbeddedFile) throws -> Bool {
        let known = try connection.value(
            "select sha256 from core.installed_file where path = \(file.path)",
            as: Bytes.self
        )
        guard known != file.text.sha256 else { return false }
        let name = file.path.dropFirst("functions/".count).dropLast(".sql".count)
        let (schema, function) = (String(name.prefix { $0 != "/" }), String(name.drop { $0 != "/" }.dropFirst()))
        try connection.transaction { connection in
            // `create or replace` with other parameters makes a second function: the one before goes.
            // A function may call one that is installed after it; bodies are looked at when they are first called.
            try connection.execute("set local check_function_bodies = off")
            let before = try functions(schema, function)
            try connection.script(file.text)
            if try functions(schema, function).contains(where: { !before.contains($0) }) {
                for oid in before { try connection.execute("select core.drop_function(\(oid))") }
            }
            _ = try connection.execute(
                """
                insert into core.installed_file (path, sha256) values (\(file.path), \(file.text.sha256))
                on conflict (path) do update set sha256 = excluded.sha256, installed_at = clock_timestamp()
                """
            )
        }
        return true
    }

    private func functions(_ schema: String, _ name: String) throws -> [Int64] {
        try connection.rows(
            """
            select p.oid::bigint from pg_proc p join pg_namespace n on n.oid = p.pronamespace
            where n.nspname = \(schema) and p.proname = \(name)
            """,
            as: Int64.self
        )
    }
}
