import Glibc
import Postgres
import Zones

/// A folder of backups of one server: `base/<id>/` with the data, the settings and a record each; `wal/` with the archive
/// of the log, one compressed file a segment.
public struct BackupFolder: Sendable, Hashable {
    public let path: String

    public init(_ path: String) {
        self.path = LocalFile.absolute(path)
    }

    var bases: String { path + "/base" }
    var archive: String { path + "/wal" }
    func base(_ id: String) -> String { "\(bases)/\(id)" }
    func data(_ id: String) -> String { base(id) + "/data" }
    func settings(_ id: String) -> String { base(id) + "/settings" }

    /// The server's command for a finished segment: a copy is complete and on disk before it has its name, and one that
    /// is there already must be the same.
    ///
    /// The level of compression is low, because segments are nearly empty when they are archived by the clock.
    var archiveCommand: String {
        let target = "\"\(archive)/%f.gz\""
        return "if test -e \(target); then gzip -dc \(target) | cmp -s - \"%p\"; "
            + "else gzip -1nc \"%p\" > \"\(archive)/%f.part\" && sync \"\(archive)/%f.part\" && "
            + "mv \"\(archive)/%f.part\" \(target); fi"
    }

    /// The server's command to bring a segment back. A damaged one ends the recovery: status 1 would mean that the log
    /// ends there.
    var restoreCommand: String {
        let source = "\"\(archive)/%f.gz\""
        return "test -e \(source) || exit 1; gzip -dc \(source) > \"%p\" || exit 255"
    }

    /// Whether the folder's name is one that commands of the shell and settings can hold.
    var isPlain: Bool {
        path.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "_"), UInt8(ascii: "-"),
                UInt8(ascii: "."):
                true
            default: false
            }
        }
    }

    /// What the complete backups say of themselves, the oldest first.
    ///
    /// - Throws: `BackupFault.damaged` for a record that was changed
    public func records() throws(BackupFault) -> [BackupRecord] {
        var records: [BackupRecord] = []
        for id in LocalFile.names(in: bases) where !id.hasSuffix(".part") { records.append(try record(id)) }
        return records
    }

    func record(_ id: String) throws(BackupFault) -> BackupRecord {
        let path = base(id) + "/record"
        guard let text = String(validating: try LocalFile.octets(path), as: UTF8.self),
            let record = BackupRecord(text: text), record.id == id
        else { throw .damaged(path: path) }
        return record
    }

    /// The latest backup that had ended by a moment; the latest of all without one.
    ///
    /// - Throws: `BackupFault.none`, `.before`, `.damaged`
    public func latest(by target: Instant?) throws(BackupFault) -> BackupRecord {
        let records = try records()
        guard let first = records.first else { throw .none(path: path) }
        guard let target else { return records.last ?? first }
        guard let found = records.last(where: { $0.ended <= target }) else { throw .before(first: first.ended) }
        return found
    }

    /// Reads every octet of a backup and compares it with what was written.
    ///
    /// - Throws: `BackupFault.damaged`
    func verify(_ record: BackupRecord) throws(BackupFault) {
        let checked = ServerPrograms.run(["pg_verifybackup", "--quiet", data(record.id)])
        guard checked.status != 127 else { throw .failed(program: "pg_verifybackup", output: checked.output) }
        guard checked.status == 0 else {
            // The program names the file between quotes.
            let name = checked.output.split(separator: "\"", omittingEmptySubsequences: false).dropFirst().first
            throw .damaged(path: name.map { "\(data(record.id))/\($0)" } ?? data(record.id))
        }
        for (name, digest) in record.settings {
            let path = "\(settings(record.id))/\(name)"
            guard SHA256.digest(of: try LocalFile.octets(path)) == digest else { throw .damaged(path: path) }
        }
    }
}

extension BackupFolder {
    /// The archived segments that a restore from a backup would read, in order.
    func segments(from record: BackupRecord) -> [String] {
        LocalFile.names(in: archive).compactMap { name in
            guard name.hasSuffix(".gz"), name.utf8.count == 27 else { return nil }
            let segment = String(name.dropLast(3))
            // Eight digits of the timeline, then the place in the log.
            return segment.dropFirst(8) >= record.firstSegment.dropFirst(8) ? segment : nil
        }
    }

    /// Reads the archive from a backup on: no file damaged, none missing between two others.
    ///
    /// - Throws: `BackupFault.damaged`, `.gap`
    func verifyArchive(from record: BackupRecord) throws(BackupFault) {
        let segments = segments(from: record)
        var rest = segments[...]
        while !rest.isEmpty {
            let batch = rest.prefix(200)
            rest = rest.dropFirst(200)
            let paths = batch.map { "\(archive)/\($0).gz" }
            guard ServerPrograms.plain(["gzip", "-t"] + paths).status != 0 else { continue }
            for path in paths where ServerPrograms.plain(["gzip", "-t", path]).status != 0 {
                throw .damaged(path: path)
            }
        }
        for (segment, next) in zip(segments, segments.dropFirst()) where segment.prefix(8) == next.prefix(8) {
            guard let place = Self.place(segment), let following = Self.place(next) else { continue }
            guard following == place + 1 else { throw .gap(segment: Self.name(segment.prefix(8), place + 1)) }
        }
    }

    /// The place of a segment of 16 MB in the log.
    static func place(_ segment: String) -> Int? {
        guard segment.utf8.count == 24, let high = Int(segment.dropFirst(8).prefix(8), radix: 16),
            let low = Int(segment.dropFirst(16), radix: 16)
        else { return nil }
        return high << 8 | low
    }

    private static func name(_ timeline: Substring, _ place: Int) -> String {
        func padded(_ number: Int) -> String {
            let digits = String(number, radix: 16, uppercase: true)
            return String(repeating: "0", count: max(0, 8 - digits.count)) + digits
        }
        return timeline + padded(place >> 8) + padded(place & 0xff)
    }
}
