import Glibc
import Postgres

/// The server's map of operating system users to the logins that they may come in as.
///
/// Each database of the cluster keeps a block of its own, between two marks; the lines around it are left as they are.
struct IdentityMap: Sendable, Hashable {
    /// One line: `map user login`.
    struct Entry: Sendable, Hashable {
        let osUser: String
        let login: String
    }

    /// The map's name in `pg_hba.conf`.
    static let name = "zb"
    private(set) var lines: [Substring]

    init(_ text: String) {
        lines = text.split(separator: "\n", omittingEmptySubsequences: true)
    }

    var text: String { lines.joined(separator: "\n") + "\n" }

    /// The map with the block of a database replaced. Names that could be anything but a name are left out: a leading
    /// slash is a pattern there, and quotes and blanks have meanings.
    func replacing(_ entries: [Entry], of database: String) -> IdentityMap {
        let (first, last) = ("# zonebridge \(database)", "# end of zonebridge \(database)")
        var kept = lines
        if let start = lines.firstIndex(where: { $0 == first }), let end = lines.lastIndex(where: { $0 == last }),
            start < end
        {
            kept.removeSubrange(start...end)
        }
        var changed = self
        let block = entries.filter { Self.isPlain($0.osUser) && Self.isPlain($0.login) }
            .map { Substring("\(Self.name) \($0.osUser) \($0.login)") }
        changed.lines = kept + (block.isEmpty ? [] : [Substring(first)] + block + [Substring(last)])
        return changed
    }

    /// Letters, digits, `_`, `-` and `.` only, and not of the store's own names.
    static func isPlain(_ name: String) -> Bool {
        guard let first = name.utf8.first, !name.hasPrefix("zb_"), name.utf8.count <= 63 else { return false }
        let isStart = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first) || first == UInt8(ascii: "_")
        return isStart
            && name.utf8.allSatisfy {
                switch $0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"),
                    UInt8(ascii: "-"), UInt8(ascii: "."):
                    true
                default: false
                }
            }
    }
}

extension PrivateCluster {
    /// Brings the map of operating system users to what the register of logins says, and lets the server read it again.
    ///
    /// - Throws: `ClusterFault` for a process that may not write the cluster's files.
    public func mapUsers(of officers: [Officer], sample: Bool) throws {
        let database: Identifier = sample ? .sampleDatabase : .ownDatabase
        let entries = officers.compactMap { officer in
            officer.closedAt == nil
                ? officer.osUser.map { IdentityMap.Entry(osUser: $0, login: officer.login) } : nil
        }
        let path = layout.data + "/pg_ident.conf"
        let lock = open(path, O_RDONLY | O_CLOEXEC)
        guard lock >= 0, flock(lock, LOCK_EX) == 0 else { throw unusable(path) }
        defer { close(lock) }
        let map = IdentityMap(try read(path))
        let changed = map.replacing(entries, of: database.name)
        guard changed != map else { return }
        try replace(path, with: changed.text)
        let reloaded = runAsServer(["pg_ctl", "-D", layout.data, "reload"])
        guard reloaded.status == 0 else {
            throw ClusterFault.programFailed(program: "pg_ctl", output: reloaded.output)
        }
    }

    private func unusable(_ path: String) -> ClusterFault {
        .folderUnusable(path: path, reason: String(cString: strerror(errno)))
    }

    private func read(_ path: String) throws(ClusterFault) -> String {
        guard let file = fopen(path, "re") else { throw unusable(path) }
        defer { fclose(file) }
        var octets: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 14)
        while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { octets += chunk[..<count] }
        return String(decoding: octets, as: UTF8.self)
    }

    /// The old file or the new one, whole, of the server's user.
    private func replace(_ path: String, with text: String) throws {
        let draft = path + ".new"
        try write(text, to: draft, mode: 0o600)
        if OSUser.isRoot, let server = getpwnam(serverUser) {
            guard chown(draft, server.pointee.pw_uid, server.pointee.pw_gid) == 0 else { throw unusable(draft) }
        }
        guard rename(draft, path) == 0 else { throw unusable(path) }
    }
}
