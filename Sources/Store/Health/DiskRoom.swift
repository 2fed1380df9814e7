import Glibc

/// Room on a file system, in octets.
public struct DiskRoom: Sendable, Hashable {
    public let total: Int64
    /// What an ordinary process may still use.
    public let free: Int64

    /// Nil for a path that is not there.
    public init?(_ path: String) {
        var found = statvfs()
        guard statvfs(path, &found) == 0 else { return nil }
        let size = Int64(found.f_frsize)
        total = size * Int64(found.f_blocks)
        free = size * Int64(found.f_bavail)
    }

    /// Less than a twentieth, or less than a gibibyte, is too little for a server that writes.
    public var isEnough: Bool { free >= 1 << 30 && free >= total / 20 }
}
