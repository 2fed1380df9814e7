import Postgres
import SQL

/// Makes databases and logins: what only the bootstrap superuser of a cluster may do.
public struct DatabaseSetup {
    /// How to connect to a database of the cluster as a user.
    private let parameters: (_ database: Identifier, _ user: String) -> ConnectionParameters

    /// - Parameter parameters: connection parameters for a database and a user; used with `zb_super` and `zb_migrator`.
    public init(parameters: @escaping (_ database: Identifier, _ user: String) -> ConnectionParameters) {
        self.parameters = parameters
    }

    /// Whether the database is there.
    public func exists(_ database: Identifier) throws -> Bool {
        let maintenance = try Connection(parameters(.maintenance, "zb_super"))
        return try maintenance.value("select true from pg_database where datname = \(database.name)", as: Bool.self)
            ?? false
    }

    /// Makes a migrated database in which `administrator` has every role of the region.
    ///
    /// - Parameters:
    ///   - sample: whether business time may be set in it.
    ///   - administrator: a login, made when missing; nil for none.
    ///   - indexKey: the id of the key of all blind indexes; nil to take that of the first write.
    ///   - replacing: whether a database of that name is dropped first.
    /// - Returns: what the migrator did.
    @discardableResult
    public func create(
        _ database: Identifier,
        sample: Bool,
        administrator: String?,
        indexKey: KeyID? = nil,
        replacing: Bool
    ) throws -> Migrator.Outcome {
        let maintenance = try Connection(parameters(.maintenance, "zb_super"))
        for file in embeddedFiles where file.path == "cluster/roles.sql" { try maintenance.script(file.text) }
        // Of a program that was killed the server goes on with the statement, and would make the same database as we do.
        _ = try maintenance.execute(
            """
            select pg_terminate_backend(pid, 10000) from pg_stat_activity
            where pid <> pg_backend_pid() and usename = current_user and query like 'create database %'
                and position(\(database.name) in query) > 0
            """
        )
        if replacing { _ = try maintenance.execute("drop database if exists \(database) with (force)") }
        if try !exists(database) {
            _ = try maintenance.execute("create database \(database) owner zb_owner")
            _ = try maintenance.execute("revoke all on database \(database) from public")
            _ = try maintenance.execute(
                "grant connect on database \(database) to zb_reader, zb_joint_office, zb_migrator"
            )
            _ = try maintenance.execute("alter database \(database) set timezone = 'Asia/Shanghai'")
        }
        let outcome = try Migrator(Connection(parameters(database, "zb_migrator"))).run()
        let owner = try Connection(parameters(database, "zb_super"))
        _ = try owner.execute("insert into core.database (sample) values (\(sample)) on conflict do nothing")
        for file in embeddedFiles where file.path == "cluster/logins.sql" { try owner.script(file.text) }
        if let indexKey {
            _ = try owner.execute("insert into core.index_key (id) values (\(indexKey.bytes)) on conflict do nothing")
        }
        if let administrator {
            for file in embeddedFiles where file.path == "cluster/administrator.sql" { try owner.script(file.text) }
            _ = try owner.execute("select pg_temp.make_administrator(\(administrator))")
        }
        return outcome
    }
}

extension DatabaseSetup {
    /// Gives a database the place of another, which is dropped with its connections.
    func rename(_ database: Identifier, to name: Identifier) throws {
        let maintenance = try Connection(parameters(.maintenance, "zb_super"))
        _ = try maintenance.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = \(database.name)"
        )
        _ = try maintenance.execute("drop database if exists \(name) with (force)")
        _ = try maintenance.execute("alter database \(database) rename to \(name)")
    }
}

extension Identifier {
    /// Databases that are not complete yet.
    static let ownDraft = Identifier("zonebridge_new")
    static let sampleDraft = Identifier("zonebridge_sample_new")
    /// The user's own database.
    public static let ownDatabase = Identifier("zonebridge")
    /// The database of the tour, where business time can be set.
    public static let sampleDatabase = Identifier("zonebridge_sample")
    /// The database that every cluster has, from which others are made.
    static let maintenance = Identifier("postgres")
}
