import Postgres
import Zones

/// The server of this machine that backups are taken of.
public struct BackupSource: Sendable {
    /// A private cluster, whose settings are ours to change; nil for an office's server.
    public let cluster: PrivateCluster?
    private let base: ConnectionParameters
    /// Where its keys lie: never backed up with its data.
    public let keys: String

    public init(_ choice: DatabaseChoice) {
        switch choice {
        case .privateCluster(let cluster, _):
            self.cluster = cluster
            base = cluster.parameters(database: .maintenance, user: "zb_super")
            keys = cluster.layout.keys.path
        case .server(let parameters):
            cluster = nil
            base = parameters
            keys = Environment["ZONECTL_KEYS"] ?? "/etc/zonebridge/keys"
        }
    }

    /// A connection as the bootstrap superuser.
    func connection(_ database: Identifier = .maintenance) throws(PostgresError) -> Connection {
        try Connection(base.setting("dbname", to: database.name).setting("user", to: "zb_super"))
    }

    /// What the server says of itself.
    struct Server: Sendable {
        let identifier: String
        let version: String
        let socket: String
        let port: String
        let data: String
        let archiveMode: String
        let archiveCommand: String
    }

    func server() throws -> Server {
        let row = try connection().row(
            """
            select (select system_identifier::text from pg_control_system()), current_setting('server_version'),
                split_part(current_setting('unix_socket_directories'), ',', 1), current_setting('port'),
                current_setting('data_directory'), current_setting('archive_mode'), current_setting('archive_command')
            """,
            as: (String, String, String, String, String, String, String).self
        )
        guard let row else { throw AnswerFault([]) }
        return Server(
            identifier: row.0,
            version: String(row.1.prefix { $0 != " " }),
            socket: row.2,
            port: row.3,
            data: row.4,
            archiveMode: row.5,
            archiveCommand: row.6
        )
    }

    /// The files with the server's settings, by name; of an office's server they lie outside of the data.
    func settings() throws -> [(name: String, text: String)] {
        try connection().rows(
            """
            select s.name, pg_read_file(s.path) from (values
                ('postgresql.conf', current_setting('config_file')), ('pg_hba.conf', current_setting('hba_file')),
                ('pg_ident.conf', current_setting('ident_file'))) as s (name, path)
            union all
            select 'conf.d-' || f.name, pg_read_file(d.path || '/' || f.name)
            from (select regexp_replace(current_setting('config_file'), '[^/]+$', 'conf.d') as path) as d
            cross join lateral pg_ls_dir(d.path, true, false) as f (name) where f.name ~ '^[a-z0-9_-]+[.]conf$'
            """,
            as: (String, String).self
        ).map { ($0.0, $0.1) }
    }

    /// The databases with a schema of ours.
    func databases() throws -> [Identifier] { try Self.databases(of: connection()) { try connection($0) } }

    static func databases(of maintenance: Connection, _ open: (Identifier) throws -> Connection) throws -> [Identifier]
    {
        let names = try maintenance.rows(
            "select datname::text from pg_database where datallowconn and not datistemplate order by datname",
            as: String.self
        )
        return try names.compactMap { Identifier(validating: $0) }.filter {
            try SchemaVersion.inDatabase(open($0)) != nil
        }
    }

    /// The ids of the keys that the data of all databases need.
    func neededKeys() throws -> [BackupRecord.Key] {
        var keys: [BackupRecord.Key] = []
        for database in try databases() {
            for key in try Self.neededKeys(connection(database)) where !keys.contains(key) { keys.append(key) }
        }
        return keys
    }

    static func neededKeys(_ connection: Connection) throws(PostgresError) -> [BackupRecord.Key] {
        try connection.rows(
            """
            select null::text, k.id from core.index_key k
            union all
            select z.code, m.id from core.master_key m join core.zone z on z.id = m.zone_id where m.retired_at is null
            """,
            as: (String?, Bytes).self
        ).map { BackupRecord.Key(zone: $0.0.flatMap { try? ZoneCode($0) }, id: KeyID($0.1)) }
    }
}
