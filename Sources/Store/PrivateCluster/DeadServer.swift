import Glibc

/// What a killed server leaves behind.
///
/// PostgreSQL takes a server for alive while its process id exists. A killed one whose parent does not wait for it (in
/// many containers) stays as a zombie, and would keep the cluster from starting for ever.
struct DeadServer {
    /// Larger than any process id of Linux (`PID_MAX_LIMIT`): PostgreSQL finds nobody of that number.
    private static let nobody = "4194305"

    let layout: ClusterLayout

    /// Whether the server that the data folder names is a zombie.
    var isLeft: Bool {
        guard let number = Self.firstLine(layout.data + "/postmaster.pid") else { return false }
        guard let status = Self.text("/proc/\(number)/stat"), let end = status.lastIndex(of: ")") else { return false }
        return status[status.index(after: end)...].drop { $0 == " " }.first == "Z"
    }

    /// Writes another process id over that of the zombie. The rest of the file stays: with it PostgreSQL checks that no
    /// child of the dead server still uses the data.
    func forget() {
        for path in [layout.data + "/postmaster.pid", layout.socketFolder + "/.s.PGSQL.5432.lock"] {
            guard let text = Self.text(path), let end = text.firstIndex(of: "\n") else { continue }
            let octets = Array((Self.nobody + text[end...]).utf8)
            let file = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC | O_NOFOLLOW)
            guard file >= 0 else { continue }
            _ = write(file, octets, octets.count)
            close(file)
        }
    }

    private static func firstLine(_ path: String) -> Int? {
        text(path).flatMap { Int($0.prefix { $0 != "\n" }) }
    }

    /// A small file's text.
    private static func text(_ path: String) -> String? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        var octets = [UInt8](repeating: 0, count: 4096)
        let count = read(file, &octets, octets.count)
        return count > 0 ? String(decoding: octets[..<count], as: UTF8.self) : nil
    }
}
