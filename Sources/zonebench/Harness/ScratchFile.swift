import Glibc
import Store

/// A file for a measurement's input or output, gone with its owner.
final class ScratchFile {
    let path: String

    init(_ name: String, _ text: String = "") throws {
        path = (Environment["TMPDIR"] ?? "/tmp") + "/zonebench-\(getpid())-\(name)"
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw BenchFault("cannot write \(path)") }
        defer { close(descriptor) }
        var octets = Array(text.utf8)[...]
        while !octets.isEmpty {
            let written = octets.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            guard written > 0 else { throw BenchFault("cannot write \(path)") }
            octets = octets.dropFirst(written)
        }
    }

    deinit { unlink(path) }

    /// The lines that a program left in it.
    func lines() -> [String] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return [] }
        defer { close(descriptor) }
        var octets: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while case let count = read(descriptor, &chunk, chunk.count), count > 0 { octets += chunk[..<count] }
        return String(decoding: octets, as: UTF8.self).split(separator: "\n").map(String.init)
    }
}
