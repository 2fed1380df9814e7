import Glibc
import Postgres
import Zones

extension Backup {
    /// Closes the current segment of the log and waits, at most ten seconds, until it is in the archive.
    static func awaitArchive(_ source: BackupSource, _ folder: BackupFolder) throws -> Bool {
        let server = try source.server()
        guard server.archiveMode != "off", server.archiveCommand.contains(folder.archive + "/") else { return false }
        let connection = try source.connection()
        let segment = try connection.value("select pg_walfile_name(pg_switch_wal())", as: String.self) ?? ""
        for _ in 0..<100 {
            if access("\(folder.archive)/\(segment).gz", F_OK) == 0 { return true }
            usleep(100_000)
        }
        return false
    }

    /// Removes backups that ended before so many days, but for the newest, and the log that only they need.
    ///
    /// They hold the wrapped keys of people who were erased since: none may be kept longer than those keys.
    static func removeOld(in folder: BackupFolder, after days: Int, now: Instant) throws(BackupFault) -> Int {
        let records = try folder.records()
        let old = records.dropLast().filter { $0.ended.seconds(until: now) > Double(days) * 86_400 }
        for record in old { _ = ChildProcess.run(["rm", "-rf", folder.base(record.id)]) }
        if let first = records.first(where: { !old.contains($0) }) {
            _ = ServerPrograms.run(["pg_archivecleanup", "-x", ".gz", folder.archive, first.firstSegment])
        }
        return old.count
    }

    /// Copies key files to a folder of their own. A copy that is there is replaced when the keys have changed.
    static func copyKeys(of path: String, to folder: String) throws -> Int {
        let files = keyFiles(path)
        guard !files.isEmpty else { throw KeyFault.missing(path: path) }
        guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw LocalFile.unusable(folder) }
        for file in files {
            let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
            let copy = KeyFile("\(folder)/\(name)")
            let text = try file.read().text
            if copy.exists, try copy.read().text == text { continue }
            try copy.write(text: text, replacing: copy.exists)
        }
        return files.count
    }

    /// The key files that a path names: itself, or those in the folder.
    static func keyFiles(_ path: String) -> [KeyFile] {
        var found = stat()
        guard stat(path, &found) == 0 else { return [] }
        guard found.st_mode & S_IFMT == S_IFDIR else { return [KeyFile(path)] }
        return LocalFile.names(in: path).filter { $0.hasSuffix(".key") }.map { KeyFile("\(path)/\($0)") }
    }

    /// Refuses key files that lack a key which the data need.
    ///
    /// - Throws: `KeyFault.missing`, `.ofAnotherDatabase`, `.zoneKeyMissing`
    static func check(_ needed: [BackupRecord.Key], in path: String) throws(KeyFault) {
        var sets: [KeySet] = []
        for file in keyFiles(path) { sets.append(try file.read()) }
        guard !sets.isEmpty else { throw .missing(path: path) }
        for key in needed {
            guard let zone = key.zone else {
                if let other = sets.first(where: { $0.indexID != key.id }) {
                    throw .ofAnotherDatabase(path: path, file: other.indexID, database: key.id)
                }
                continue
            }
            guard sets.contains(where: { $0.keyIDs(of: zone).contains(key.id) }) else {
                throw .zoneKeyMissing(path: path, zone: zone, key: key.id)
            }
        }
    }
}

extension PrivateCluster {
    private static let mark = ("# zonebridge archive", "# end of zonebridge archive")

    /// Lets the private server archive its log to a folder; starts it again where it does not yet.
    func archive(to folder: BackupFolder, _ server: BackupSource.Server, tell: () -> Void) throws {
        guard server.archiveMode != "on" || server.archiveCommand != folder.archiveCommand else { return }
        tell()
        let path = layout.data + "/postgresql.auto.conf"
        let text = Self.withoutArchive(String(decoding: try LocalFile.octets(path), as: UTF8.self))
        let block = """
            \(Self.mark.0)
            archive_mode = on
            archive_command = '\(folder.archiveCommand)'
            # At most so many seconds of work are not in the archive.
            archive_timeout = 60
            \(Self.mark.1)

            """
        try stop()
        try LocalFile.write(text + block, to: path)
        try renewHostRules()
        try start()
    }

    /// The settings without the block that `archive` wrote.
    static func withoutArchive(_ text: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: true)
        if let start = lines.firstIndex(where: { $0 == mark.0 }), let end = lines.firstIndex(where: { $0 == mark.1 }),
            start < end
        {
            lines.removeSubrange(start...end)
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
