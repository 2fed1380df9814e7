import Postgres

/// Identifies one run of one session file: the digest of its content, and of a salt when the file is meant twice.
public struct RunID: Sendable, Hashable, CustomStringConvertible {
    public let digest: Bytes

    /// The id of a run whose lines are, in order, the content that `hasher` has seen.
    public init(digest: Bytes) {
        self.digest = digest
    }

    /// The request id of one line: the first 16 octets of SHA-256(run digest, line number), so that a repeated run
    /// repeats its requests instead of its effects.
    public func requestID(line: Int) -> UUID128 {
        var hasher = SHA256()
        hasher.update(digest.octets)
        hasher.update("\(line)")
        return UUID128(octets: Array(hasher.finish().octets.prefix(16)))
    }

    public var description: String { String(digest.hexadecimal.prefix(16)) }
}
