import Postgres
import Store

/// A document's content: its digest, and the octets themselves unless they lie in a directory.
public struct Content: Sendable, Hashable {
    public let sha256: Bytes
    public let size: Int
    /// Nil when a `ContentFolder` holds the octets.
    public let body: Bytes?

    /// Content that the database keeps.
    public init(_ octets: [UInt8]) {
        self.sha256 = SHA256.digest(of: octets)
        self.size = octets.count
        self.body = Bytes(octets)
    }

    /// Content that lies in a directory under its digest.
    init(sha256: Bytes, size: Int) {
        self.sha256 = sha256
        self.size = size
        self.body = nil
    }
}
