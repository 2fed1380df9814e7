import Glibc
import Store

/// The lines of earlier sessions, kept for their user alone; lines with secrets never get here.
struct HistoryFile {
    /// Lines that are kept.
    static let limit = 1_000

    let path: String

    /// `$ZONECTL_HISTORY`, else `zonectl/history` below `$XDG_STATE_HOME` or `~/.local/state`; nil without a home.
    static var current: HistoryFile? {
        if let path = Environment["ZONECTL_HISTORY"] { return HistoryFile(path: path) }
        guard let state = Environment["XDG_STATE_HOME"] ?? Environment["HOME"].map({ $0 + "/.local/state" }) else {
            return nil
        }
        return HistoryFile(path: state + "/zonectl/history")
    }

    /// The kept lines, the oldest first; empty where there is no regular file of this user's own.
    func lines() -> [String] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        guard isOurs(descriptor) else { return [] }
        let reader = LineReader(descriptor: descriptor, limit: 1 << 16)
        var lines: [String] = []
        while let line = try? reader.next({ line -> String? in
            guard case .bytes(let bytes) = line else { return nil }
            return String(validating: bytes, as: UTF8.self)
        }) {
            if let line, !line.isEmpty { lines.append(line) }
        }
        return lines.suffix(Self.limit)
    }

    /// Adds a line; a history that cannot be written is none, and nobody is bothered with it.
    func append(_ line: String) {
        makeFolder()
        let flags = O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW
        let descriptor = open(path, flags, 0o600)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard isOurs(descriptor) else { return }
        try? Array((line + "\n").utf8).withUnsafeBytes { bytes in try Descriptor.write(descriptor, bytes) }
    }

    /// Shortens the file to its last lines, once it has grown to twice as many.
    func trim() {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size > 1 << 17 else { return }
        let kept = lines().map { $0 + "\n" }.joined()
        let draft = "\(path).\(getpid())"
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { return }
        let written: Void? = try? Array(kept.utf8).withUnsafeBytes { bytes in try Descriptor.write(descriptor, bytes) }
        close(descriptor)
        if written == nil || rename(draft, path) != 0 { unlink(draft) }
    }

    /// A regular file of this user's that nobody else may read.
    private func isOurs(_ descriptor: Int32) -> Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && status.st_uid == geteuid()
            && status.st_mode & 0o077 == 0
    }

    private func makeFolder() {
        var made = ""
        for part in path.split(separator: "/").dropLast() {
            made += "/" + part
            mkdir(made, 0o700)
        }
    }
}
