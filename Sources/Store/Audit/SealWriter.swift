import Glibc
import Postgres

/// Writes a seal: a header, a line a subject in octet order, and the digest of all that. The file is complete or absent.
final class SealWriter {
    private let path: String
    private let draft: String
    private let file: UnsafeMutablePointer<FILE>
    private var isOpen = true
    private var hasher = SHA256()
    private(set) var subjects = 0
    private(set) var events = 0

    init(path: String, header: SealHeader) throws(SealFault) {
        guard access(path, F_OK) != 0 else { throw .exists(path: path) }
        self.path = path
        draft = "\(path).\(getpid())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0, let file = fdopen(descriptor, "w") else { throw Self.unusable(path) }
        self.file = file
        try write(header.line)
    }

    func add(_ chain: SealedChain) throws(SealFault) {
        let head = Bytes(chain.head).hexadecimal
        try write("\(chain.subject)\t\(chain.count)\t\(head)\t\(Bytes(chain.fingerprints).hexadecimal)\n")
        subjects += 1
        events += chain.count
    }

    /// Ends the file and gives it its name; the digest in its last line.
    func finish() throws(SealFault) -> Bytes {
        let digest = hasher.finish()
        let last = "digest\t\(digest.hexadecimal)\n"
        let isWritten = fputs(last, file) >= 0 && fflush(file) == 0 && fsync(fileno(file)) == 0
        isOpen = false
        defer { unlink(draft) }
        // A link, not a rename: it refuses a file that appeared meanwhile.
        guard fclose(file) == 0, isWritten, link(draft, path) == 0 else {
            throw errno == EEXIST ? .exists(path: path) : Self.unusable(path)
        }
        return digest
    }

    /// A file that was not finished leaves nothing.
    deinit {
        guard isOpen else { return }
        fclose(file)
        unlink(draft)
    }

    private func write(_ line: String) throws(SealFault) {
        hasher.update(line)
        guard fputs(line, file) >= 0 else { throw Self.unusable(path) }
    }

    private static func unusable(_ path: String) -> SealFault {
        .unusable(path: path, reason: String(cString: strerror(errno)))
    }
}
