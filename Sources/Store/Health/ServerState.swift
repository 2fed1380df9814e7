import Postgres
import Zones

/// What a server says of itself, as far as this login may see it.
public struct ServerState: Sendable, Hashable {
    /// `15.14`
    public let version: String
    public let schema: Int
    public let connections: Int
    public let connectionLimit: Int
    /// Octets.
    public let databaseSize: Int64
    /// Nil for a login that may not know it.
    public let dataFolder: String?
    /// True if server and program are on one machine.
    public let isLocal: Bool
    /// Whether the server waits for a standby before it acknowledges.
    public let wantsStandby: Bool
    /// Standbys that it waits for; nil for a login that may not know.
    public let standbys: Int?
    public let archivedAt: Instant?
    /// Segments of the log that could not be archived since the last one that was.
    public let isArchiveFailing: Bool
    /// The fullest sequence, in millionths; nil for a login that may see none.
    public let sequenceUse: Int?
    public let clock: Instant
    public let sealedAt: Instant?

    public static func read(_ session: Session) throws -> ServerState {
        let row = try session.connection.row(
            """
            select split_part(current_setting('server_version'), ' ', 1),
                (select sum(numbackends)::int from pg_stat_database), current_setting('max_connections')::int,
                pg_database_size(current_database()),
                (select setting from pg_settings where name = 'data_directory' and setting <> ''),
                inet_server_addr() is null, current_setting('synchronous_standby_names') <> '',
                (select count(*) from pg_stat_replication where sync_state in ('sync', 'quorum')),
                pg_has_role('pg_read_all_stats', 'usage'),
                (select last_archived_time from pg_stat_archiver),
                (select coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false)
                    from pg_stat_archiver),
                (select max(last_value::numeric * 1000000 / max_value)::bigint from pg_sequences),
                clock_timestamp(), (select max(at) from core.seal)
            """,
            as: (
                String, Int32, Int32, Int64, String?, Bool, Bool, Int64, Bool, Instant?, Bool, Int64?, Instant,
                Instant?
            ).self
        )
        guard let row else { throw AnswerFault([]) }
        return ServerState(
            version: row.0,
            schema: try SchemaVersion.inDatabase(session.connection) ?? 0,
            connections: Int(row.1),
            connectionLimit: Int(row.2),
            databaseSize: row.3,
            dataFolder: row.4,
            isLocal: row.5,
            wantsStandby: row.6,
            standbys: row.8 ? Int(row.7) : nil,
            archivedAt: row.9,
            isArchiveFailing: row.10,
            sequenceUse: row.11.map { Int($0) },
            clock: row.12,
            sealedAt: row.13
        )
    }

    /// The version of PostgreSQL's programs on this machine that the server was started from, if it is one of theirs.
    ///
    /// After an upgrade of the package a running server cannot load its new libraries: it must restart at once.
    public var installedVersion: String? {
        guard isLocal else { return nil }
        let major = version.prefix { $0 != "." }
        let own = "/usr/lib/postgresql/\(major)/bin/postgres"
        let candidates = [own] + (PrivateCluster.programs.map { [$0 + "/postgres"] } ?? [])
        for program in candidates {
            let answer = ChildProcess.run([program, "--version"])
            let words = answer.output.split(whereSeparator: { $0 == " " || $0 == "\n" })
            guard answer.status == 0, words.count > 2 else { continue }
            if words[2].hasPrefix(major + ".") { return String(words[2]) }
        }
        return nil
    }

    /// Room on the disk of the data; nil where it is not this machine's, or not known.
    public func disk(_ cluster: PrivateCluster?) -> DiskRoom? {
        guard let folder = cluster?.layout.data ?? dataFolder, isLocal else { return nil }
        return DiskRoom(folder)
    }
}
