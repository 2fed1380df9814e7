import Crypto
import Postgres

/// SHA-256 over octets (FIPS 180-4, by swift-crypto).
public struct SHA256: Sendable {
    private var hasher = Crypto.SHA256()

    public init() {}

    public mutating func update(_ octets: some Collection<UInt8>) {
        if octets.withContiguousStorageIfAvailable({ hasher.update(bufferPointer: UnsafeRawBufferPointer($0)) }) == nil
        {
            Array(octets).withUnsafeBytes { hasher.update(bufferPointer: $0) }
        }
    }

    public mutating func update(_ text: String) {
        update(Array(text.utf8))
    }

    /// The digest of everything so far, 32 octets.
    public func finish() -> Bytes {
        Bytes(Array(hasher.finalize()))
    }

    public static func digest(of text: String) -> Bytes {
        digest(of: Array(text.utf8))
    }

    public static func digest(of octets: some Collection<UInt8>) -> Bytes {
        var hasher = SHA256()
        hasher.update(octets)
        return hasher.finish()
    }
}
