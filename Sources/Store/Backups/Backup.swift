import Glibc
import Postgres
import Zones

/// A copy of a whole server, taken while it works.
public enum Backup {
    public struct Taken: Sendable, Hashable {
        public let record: BackupRecord
        /// Octets of the copy.
        public let size: Int
        public let seconds: Double
        /// Whether the log up to the backup's end is in the archive.
        public let isArchived: Bool
        /// Key files copied.
        public let keys: Int
        /// Older backups that were removed.
        public let removed: Int
    }

    /// What the user waits for.
    public enum Step: Sendable, Hashable {
        /// The private server is started again with an archive of its log.
        case archiving
        case copying
        case verifying
    }

    /// Takes a backup, reads it back, and removes those that are older than they may be.
    ///
    /// - Parameters:
    ///   - keys: a folder for copies of the key files; nil to copy none.
    ///   - days: how long an older backup is kept; the newest always stays.
    /// - Throws: `BackupFault`, `PostgresError`; what was begun is removed.
    public static func take(
        of source: BackupSource,
        to folder: BackupFolder,
        keys: String?,
        keep days: Int,
        tell: (Step) -> Void
    ) throws -> Taken {
        let begun = BusinessClock.machine.now
        let server = try source.server()
        try prepare(folder, source, server, keys)
        try source.cluster?.archive(to: folder, server) { tell(.archiving) }
        let id = compact(begun)
        let draft = folder.base(id + ".part")
        try LocalFile.makeFolder(draft)
        defer { _ = ChildProcess.run(["rm", "-rf", draft]) }
        tell(.copying)
        try copy(server, to: draft + "/data")
        tell(.verifying)
        let settings = try write(source.settings(), to: draft + "/settings")
        let record = try BackupRecord(
            id: id,
            server: server.identifier,
            serverVersion: server.version,
            schema: schema(of: source),
            begun: begun,
            ended: BusinessClock.machine.now,
            firstSegment: firstSegment(draft + "/data/backup_label"),
            settings: settings,
            keys: source.neededKeys()
        )
        try LocalFile.write(record.text, to: draft + "/record")
        guard ChildProcess.run(["sync", "-f", draft]).status == 0, rename(draft, folder.base(id)) == 0 else {
            throw LocalFile.unusable(folder.base(id))
        }
        try folder.verify(record)
        return Taken(
            record: record,
            size: size(folder.data(id)),
            seconds: begun.seconds(until: BusinessClock.machine.now),
            isArchived: try awaitArchive(source, folder),
            keys: try keys.map { try copyKeys(of: source.keys, to: $0) } ?? 0,
            removed: try removeOld(in: folder, after: days, now: begun)
        )
    }

    /// Refuses folders that would lose what they are for together with what they are of.
    private static func prepare(
        _ folder: BackupFolder,
        _ source: BackupSource,
        _ server: BackupSource.Server,
        _ keys: String?
    ) throws(BackupFault) {
        guard folder.isPlain else { throw .unusable(path: folder.path, reason: "a-z A-Z 0-9 / _ - . only") }
        let data = LocalFile.absolute(server.data)
        guard !LocalFile.contains(data, folder.path) else { throw .together(path: folder.path, with: data) }
        if let keys = keys.map(LocalFile.absolute) {
            for other in [folder.path, data] where LocalFile.contains(other, keys) || LocalFile.contains(keys, other) {
                throw .together(path: keys, with: other)
            }
        }
        for path in [folder.path, folder.bases, folder.archive] { try LocalFile.makeFolder(path) }
    }

    private static func copy(_ server: BackupSource.Server, to path: String) throws(BackupFault) {
        let copied = ServerPrograms.run([
            "pg_basebackup", "-D", path, "-h", server.socket, "-p", server.port, "-U", "zb_super", "--no-password",
            "--wal-method=stream", "--checkpoint=fast", "--manifest-checksums=SHA256",
        ])
        guard copied.status == 0 else { throw .failed(program: "pg_basebackup", output: copied.output) }
    }

    private static func write(_ files: [(name: String, text: String)], to folder: String) throws(BackupFault)
        -> [String: Bytes]
    {
        try LocalFile.makeFolder(folder)
        var digests: [String: Bytes] = [:]
        for file in files {
            try LocalFile.write(file.text, to: "\(folder)/\(file.name)")
            digests[file.name] = SHA256.digest(of: file.text)
        }
        return digests
    }

    /// `START WAL LOCATION: 0/2000028 (file 000000010000000000000002)`
    private static func firstSegment(_ path: String) throws(BackupFault) -> String {
        let line = String(decoding: try LocalFile.octets(path), as: UTF8.self).prefix { $0 != "\n" }
        guard let start = line.firstRange(of: "(file ")?.upperBound else { throw .damaged(path: path) }
        return String(line[start...].prefix { $0 != ")" })
    }

    private static func schema(of source: BackupSource) throws -> Int {
        try source.databases().compactMap { try SchemaVersion.inDatabase(source.connection($0)) }.max() ?? 0
    }

    /// `20261125T003000Z`
    private static func compact(_ instant: Instant) -> String {
        var time = time_t(instant.unixMicroseconds / 1_000_000)
        var parts = tm()
        gmtime_r(&time, &parts)
        func padded(_ number: Int32) -> String { (number < 10 ? "0" : "") + "\(number)" }
        return "\(parts.tm_year + 1900)\(padded(parts.tm_mon + 1))\(padded(parts.tm_mday))T"
            + "\(padded(parts.tm_hour))\(padded(parts.tm_min))\(padded(parts.tm_sec))Z"
    }

    private static func size(_ folder: String) -> Int {
        let told = ChildProcess.run(["du", "-sb", folder]).output
        return Int(told.prefix { $0 != "\t" }) ?? 0
    }
}

extension Instant {
    /// Seconds from this instant to another; below zero for one before it.
    func seconds(until other: Instant) -> Double {
        Double(other.microsecondsSince2000 - microsecondsSince2000) / 1_000_000
    }
}
