import Glibc
import Zones

/// A key file on disk. Only its owner (and on a server one group) may read it.
public struct KeyFile: Sendable, Hashable {
    public let path: String

    public init(_ path: String) {
        self.path = path
    }

    public var exists: Bool { access(path, F_OK) == 0 }

    /// Reads the keys.
    ///
    /// - Throws: `KeyFault.missing`, `.exposed` when others may read it or a group may write it, `.damaged`, `.unusable`
    public func read() throws(KeyFault) -> KeySet {
        guard let keys = KeySet(text: try text()) else { throw .damaged(path: path) }
        return keys
    }

    /// The file's text, once its owner and mode are found to be in order.
    func text() throws(KeyFault) -> String {
        let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard file >= 0 else { throw errno == ENOENT || errno == ENOTDIR ? .missing(path: path) : unusable }
        defer { close(file) }
        var found = stat()
        guard fstat(file, &found) == 0 else { throw unusable }
        guard found.st_mode & S_IFMT == S_IFREG else { throw .unusable(path: path, reason: "no regular file") }
        guard found.st_mode & 0o037 == 0, found.st_uid == geteuid() || found.st_uid == 0 else {
            throw .exposed(path: path, mode: Int(found.st_mode & 0o777))
        }
        var octets: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 14)
        while true {
            let count = Glibc.read(file, &chunk, chunk.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw unusable }
            if count == 0 { break }
            octets += chunk[..<count]
        }
        guard let text = String(validating: octets, as: UTF8.self) else { throw .damaged(path: path) }
        return text
    }

    /// Writes the keys so that a crash leaves the old file or the new one: to a new file beside it, then renamed. What it
    /// replaces hands on its owner and mode.
    ///
    /// - Parameter replacing: whether a file of that name may be there.
    public func write(_ keys: KeySet, replacing: Bool) throws(KeyFault) {
        try write(text: keys.text, replacing: replacing)
    }

    func write(text: String, replacing: Bool) throws(KeyFault) {
        let octets = Array(text.utf8)
        let draft = "\(path).\(getpid())"
        _ = unlink(draft)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o400)
        guard file >= 0 else { throw unusable }
        var reason: Int32 = 0
        var before = stat()
        if replacing, stat(path, &before) == 0 {
            if before.st_uid != geteuid() || before.st_gid != getegid(), fchown(file, before.st_uid, before.st_gid) != 0
            {
                reason = errno
            }
            if fchmod(file, before.st_mode & 0o777) != 0 { reason = errno }
        }
        var written = 0
        while reason == 0, written < octets.count {
            let count = octets[written...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { reason = errno }
            written += max(count, 0)
        }
        if reason == 0, fsync(file) != 0 { reason = errno }
        close(file)
        // A link fails where a name is taken; a rename would silently replace it.
        if reason == 0, (replacing ? rename(draft, path) : link(draft, path)) != 0 { reason = errno }
        _ = unlink(draft)
        guard reason == 0 else { throw .unusable(path: path, reason: String(cString: strerror(reason))) }
        syncFolder()
    }

    /// Adds a new master key for a zone, while no other process adds one to the same file.
    func add(keyFor zone: ZoneCode) throws(KeyFault) -> KeySet {
        let folder = open(folderPath, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { throw unusable }
        defer { close(folder) }
        while flock(folder, LOCK_EX) != 0 { guard errno == EINTR else { throw unusable } }
        let keys = try read().adding(keyFor: zone)
        try write(keys, replacing: true)
        return keys
    }

    private var folderPath: String {
        guard let end = path.lastIndex(of: "/") else { return "." }
        return end == path.startIndex ? "/" : String(path[..<end])
    }

    private func syncFolder() {
        let folder = open(folderPath, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        _ = fsync(folder)
        close(folder)
    }

    private var unusable: KeyFault { .unusable(path: path, reason: String(cString: strerror(errno))) }
}
