import Glibc
import Postgres
import Zones

/// Data as they were at a moment, from a backup and the log after it.
public enum Restore {
    public struct Restored: Sendable, Hashable {
        public let record: BackupRecord
        /// When the last transaction that is in the data was committed; nil when none came after the backup.
        public let until: Instant?
        public let verifySeconds: Double
        /// From the first octet copied until the server answered.
        public let restoreSeconds: Double
    }

    /// Restores into a new data folder, which is left as a server that was stopped in good order.
    ///
    /// - Parameters:
    ///   - target: the moment; nil for all there is.
    ///   - live: the server that the backups are of; where it still works, what it did last is taken along.
    ///   - keys: where the key files are; they are looked at before anything is written.
    /// - Throws: `BackupFault`, `KeyFault`, `PostgresError`; nothing is left of a restore that failed.
    public static func run(
        from folder: BackupFolder,
        into data: String,
        to target: Instant?,
        live: BackupSource,
        keys: String,
        tell: (Backup.Step) -> Void
    ) throws -> Restored {
        let data = LocalFile.absolute(data)
        guard access(data, F_OK) != 0 else { throw BackupFault.exists(path: data) }
        let record = try folder.latest(by: target)
        try Backup.check(record.keys, in: keys)
        try archiveLast(of: live, of: record, in: folder)
        let (restored, server) = try open(folder, record, at: data + ".part", to: target, tell: tell)
        server.stop()
        try settle(folder, record, data + ".part")
        guard rename(data + ".part", data) == 0 else { throw LocalFile.unusable(data) }
        return restored
    }

    /// Lets a server that still works archive what it has done up to now, and close that with one transaction more: the
    /// log is known to reach a moment only by a transaction after it.
    private static func archiveLast(of live: BackupSource, of record: BackupRecord, in folder: BackupFolder) throws {
        guard let connection = try? live.connection(), try live.server().identifier == record.server else { return }
        _ = try connection.execute("select pg_current_xact_id()")
        _ = try Backup.awaitArchive(live, folder)
    }

    /// Checks, copies and recovers a backup, and answers the server that is open on it.
    static func open(
        _ folder: BackupFolder,
        _ record: BackupRecord,
        at data: String,
        to target: Instant?,
        tell: (Backup.Step) -> Void
    ) throws -> (Restored, ScratchServer) {
        let begun = BusinessClock.machine.now
        tell(.verifying)
        try folder.verify(record)
        // With a moment the server itself says whether the archive reaches it; without one, a damaged or missing segment
        // would silently be taken for the end.
        if target == nil { try folder.verifyArchive(from: record) }
        let verified = BusinessClock.machine.now
        tell(.copying)
        do {
            _ = ChildProcess.run(["rm", "-rf", data])
            // The folder around it may be nobody's but root's.
            try LocalFile.makeFolder(data)
            let copied = ServerPrograms.plain(["cp", "-a", "--reflink=auto", folder.data(record.id) + "/.", data])
            guard copied.status == 0 else { throw BackupFault.failed(program: "cp", output: copied.output) }
            let server = try ScratchServer(data: data)
            if let log = try server.recover(from: folder, to: target) {
                if let target, log.contains("before configured recovery target was reached") {
                    throw BackupFault.notReached(target: target)
                }
                throw BackupFault.failed(program: "postgres", output: log)
            }
            let until = try server.connection().value("select pg_last_xact_replay_timestamp()", as: Instant?.self)
            let restored = Restored(
                record: record,
                until: until ?? nil,
                verifySeconds: begun.seconds(until: verified),
                restoreSeconds: verified.seconds(until: BusinessClock.machine.now)
            )
            return (restored, server)
        } catch {
            _ = ChildProcess.run(["rm", "-rf", data])
            throw error
        }
    }

    /// Gives recovered data the settings that the server had, without its archive: the copy must not write into it until
    /// a backup of its own begins.
    private static func settle(_ folder: BackupFolder, _ record: BackupRecord, _ data: String) throws(BackupFault) {
        let own = folder.data(record.id) + "/postgresql.auto.conf"
        let settings = String(decoding: try LocalFile.octets(own), as: UTF8.self)
        try LocalFile.write(PrivateCluster.withoutArchive(settings), to: data + "/postgresql.auto.conf")
        guard ChildProcess.run(["sync", "-f", data]).status == 0 else { throw LocalFile.unusable(data) }
    }
}
