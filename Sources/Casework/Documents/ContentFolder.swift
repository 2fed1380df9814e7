import Glibc
import Postgres
import Store

/// A directory that keeps documents' contents outside the database, each once, in a file named by its digest.
public struct ContentFolder: Sendable {
    public let path: String

    public init(path: String) {
        self.path = path
    }

    /// The folder cannot be written or read.
    public struct Fault: Error, Sendable, Hashable {
        public let path: String
        /// The system's error number; 0 for a content that is not what its name says.
        public let number: Int32
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
        for level in [path, folder] where mkdir(level, 0o750) != 0 && errno != EEXIST { throw fault(level) }
        try write(octets, to: target, draft: "\(target).\(UInt64.random(in: 0 ... .max))")
        try sync(folder)
        return kept
    }

    /// The octets of a digest, compared with it.
    public func octets(of sha256: Bytes) throws(Fault) -> [UInt8] {
        let path = file(of: sha256)
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(path) }
        defer { close(descriptor) }
        var octets: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw fault(path) }
            guard count > 0 else { break }
            octets += buffer[..<count]
        }
        guard SHA256.digest(of: octets) == sha256 else { throw Fault(path: path, number: 0) }
        return octets
    }

    private func write(_ octets: [UInt8], to target: String, draft: String) throws(Fault) {
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o440)
        guard descriptor >= 0 else { throw fault(draft) }
        var written = 0
        while written < octets.count {
            let count = octets.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress.map { $0 + written }, octets.count - written)
            }
            guard count > 0 || errno == EINTR else { break }
            written += max(count, 0)
        }
        let isComplete = written == octets.count && fsync(descriptor) == 0
        let reason = fault(target)
        close(descriptor)
        guard isComplete else {
            unlink(draft)
            throw reason
        }
        guard rename(draft, target) == 0 else {
            let reason = fault(target)
            unlink(draft)
            throw reason
        }
    }

    /// A name is on disk when its directory is.
    private func sync(_ folder: String) throws(Fault) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw fault(folder) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw fault(folder) }
    }

    private func fault(_ path: String) -> Fault { Fault(path: path, number: errno) }
}
