import Glibc
import Zones

/// When a folder of backups was last added to, and when a restore from it was last practised.
///
/// A backup is `base/<id>/` with a `record` that has a line `ended <instant>`; a drill that ended well leaves its instant
/// in `drill`.
public struct BackupAge: Sendable, Hashable {
    public let count: Int
    public let endedAt: Instant?
    public let drilledAt: Instant?

    /// Nil for a folder that cannot be read.
    public init?(folder: String) {
        guard let listing = opendir(folder + "/base") else { return nil }
        defer { closedir(listing) }
        var ended: [Instant] = []
        while let entry = readdir(listing) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            guard !name.hasPrefix("."), !name.hasSuffix(".part"), let text = Self.text("\(folder)/base/\(name)/record")
            else { continue }
            let line = text.split(separator: "\n").first { $0.hasPrefix("ended ") }
            if let instant = line.flatMap({ try? Instant(iso: String($0.dropFirst(6))) }) { ended.append(instant) }
        }
        count = ended.count
        endedAt = ended.max()
        let drill = Self.text(folder + "/drill").flatMap { $0.split(separator: "\n").first.map(String.init) }
        drilledAt = drill.flatMap { try? Instant(iso: $0) }
    }

    private static func text(_ path: String) -> String? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(descriptor, &buffer, buffer.count)
        return count > 0 ? String(validating: buffer[..<count], as: UTF8.self) : nil
    }
}
