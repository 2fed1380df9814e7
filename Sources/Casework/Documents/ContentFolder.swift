import Glibc
import Postgres
import Store

/// A directory that keeps documents' contents outside the database, each once, in a file named by its digest.
public struct ContentFolder: Sendable {
    public let path: String

    public init(path: String) {
        self.path = path
    }

    /// The folder cannot be written or read; the reason is the operating system's.
    public struct Fault: Error, Sendable, Hashable {
        public let path: String
        public let reason: String
    }

    /// The file of a digest: two levels, so that no directory grows without end.
    public func file(of sha256: Bytes) -> String {
        let name = sha256.hexadecimal
        return "\(path)/\(name.prefix(2))/\(name)"
    }

    /// Keeps the octets; a content that is there already is not written again. The file is complete or absent: it is
    /// written under another name, synced, and renamed.
    public func keep(_ octets: [UInt8]) throws(Fault) -> Content {
        let content = Content(octets)
        let kept = Content(sha256: content.sha256, size: content.size)
        let target = file(of: content.sha256)
        guard access(target, F_OK) != 0 else { return kept }
        let folder = String(target.prefix(upTo: target.lastIndex(of: "/") ?? target.endIndex))
        _ = mkdir(path, 0o750)
        guard mkdir(folder, 0o750) == 0 || errno == EEXIST else { throw fault(folder) }
        let draft = "\(target).\(getpid())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o440)
        guard descriptor >= 0 else { throw fault(draft) }
        var written = 0
        while written < octets.count {
            let count = octets.withUnsafeBytes {
                write(descriptor, $0.baseAddress.map { $0 + written }, octets.count - written)
            }
            guard count > 0 || errno == EINTR else { break }
            written += max(count, 0)
        }
        let complete = written == octets.count && fsync(descriptor) == 0
        close(descriptor)
        guard complete, rename(draft, target) == 0 else {
            let reason = fault(target)
            unlink(draft)
            throw reason
        }
        return kept
    }

    private func fault(_ path: String) -> Fault {
        Fault(path: path, reason: String(cString: strerror(errno)))
    }
}
