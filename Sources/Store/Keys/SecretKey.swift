import Crypto
import Postgres
import Zones

/// Names a key without telling anything of it: the first 8 octets of an HMAC under the key itself, so that a key and its
/// id cannot come apart.
public struct KeyID: Sendable, Hashable, CustomStringConvertible {
    public static let length = 8
    public let bytes: Bytes

    public init(_ bytes: Bytes) {
        self.bytes = bytes
    }

    public var description: String { bytes.hexadecimal }
}

/// A key of 256 bits of a key file. Its description is its id only.
struct SecretKey: Sendable, CustomStringConvertible, CustomReflectable {
    static let length = 32
    let id: KeyID
    let key: SymmetricKey

    /// A new key of the system's random numbers.
    init() {
        self.init(SymmetricKey(size: .bits256))
    }

    /// Nil unless there are 32 octets.
    init?(octets: [UInt8]) {
        guard octets.count == Self.length else { return nil }
        self.init(SymmetricKey(data: octets))
    }

    private init(_ key: SymmetricKey) {
        self.key = key
        let code = HMAC<Crypto.SHA256>.authenticationCode(for: Array("zonebridge key id".utf8), using: key)
        id = KeyID(Bytes(Array(Array(code).prefix(KeyID.length))))
    }

    /// The key that a zone has of this one (HKDF-SHA-256, RFC 5869), so that a new zone needs no new key file.
    func derived(for zone: ZoneCode) -> SecretKey {
        SecretKey(
            HKDF<Crypto.SHA256>.deriveKey(
                inputKeyMaterial: key,
                info: Array("zonebridge zone \(zone.text)".utf8),
                outputByteCount: Self.length
            )
        )
    }

    var octets: [UInt8] { key.withUnsafeBytes { Array($0) } }
    var description: String { "\(id)" }
    var customMirror: Mirror { Mirror(self, children: ["id": id]) }
}
