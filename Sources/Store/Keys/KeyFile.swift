import Glibc

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
            guard count >= 0, octets.count < 1 << 24 else { throw unusable }
            if count == 0 { break }
            octets += chunk[..<count]
        }
        guard let text = String(validating: octets, as: UTF8.self), let keys = KeySet(text: text) else {
            throw .damaged(path: path)
        }
        return keys
    }

    /// Writes the keys so that a crash leaves the old file or the new one: to a new file beside it, then renamed.
    ///
    /// - Parameter replacing: whether a file of that name may be there.
    public func write(_ keys: KeySet, replacing: Bool) throws(KeyFault) {
        let octets = Array(keys.text.utf8)
        let draft = "\(path).\(getpid())"
        _ = unlink(draft)
        let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o400)
        guard file >= 0 else { throw unusable }
        var reason: Int32 = 0
        if Glibc.write(file, octets, octets.count) != octets.count || fsync(file) != 0 { reason = errno }
        close(file)
        // A link fails where a name is taken; a rename would silently replace it.
        if reason == 0, (replacing ? rename(draft, path) : link(draft, path)) != 0 { reason = errno }
        _ = unlink(draft)
        guard reason == 0 else { throw .unusable(path: path, reason: String(cString: strerror(reason))) }
        syncFolder()
    }

    private func syncFolder() {
        let end = path.lastIndex(of: "/")
        let folder = open(end.map { String(path[..<$0]) } ?? ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        _ = fsync(folder)
        close(folder)
    }

    private var unusable: KeyFault { .unusable(path: path, reason: String(cString: strerror(errno))) }
}
