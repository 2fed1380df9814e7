import Crypto
import Postgres
import Zones

/// The keys with which a session seals, opens and finds the personal data of one zone.
///
/// Other modules use it for what they keep of people: make a `DataKey`, seal the values for their columns, hand `ref` and
/// `wrapped` to `core.keep_key`, and look values up by their `blindIndex`.
public struct Keyring: Sendable {
    public let zone: ZoneCode
    private let index: SecretKey
    private let masters: [KeyID: SecretKey]
    private let current: SecretKey
    private let path: String

    /// - Parameter current: the key that the zone uses now; nil for the file's latest.
    /// - Throws: `KeyFault.zoneKeyMissing` from `file`
    init(_ keys: KeySet, zone: ZoneCode, current id: KeyID?, file: KeyFile) throws(KeyFault) {
        let all = keys.keys(of: zone)
        guard let current = id.map({ id in all.last { $0.id == id } }) ?? all.last else {
            throw .zoneKeyMissing(path: file.path, zone: zone, key: id)
        }
        self.zone = zone
        self.current = current
        path = file.path
        index = keys.index
        masters = Dictionary(all.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The id of the key of all blind indexes.
    public var indexID: KeyID { index.id }
    /// The id of the master key under which new data keys are wrapped.
    public var currentID: KeyID { current.id }

    /// A new key for one person's values.
    public func makeDataKey() throws -> DataKey {
        var generator = SystemRandomNumberGenerator()
        let ref = UUID128(random: &generator)
        let key = SymmetricKey(size: .bits256)
        return DataKey(ref: ref, wrapped: try wrap(key, ref), key: key)
    }

    /// The key behind its wrapped form.
    ///
    /// - Throws: `KeyFault.zoneKeyMissing` for a key that no master key of this ring wrapped, `.doesNotOpen`
    public func dataKey(_ ref: UUID128, wrapped: Bytes) throws(KeyFault) -> DataKey {
        guard let id = SealedBox.keyID(wrapped, length: KeyID.length).map({ KeyID(Bytes($0)) }) else {
            throw .doesNotOpen
        }
        guard let master = masters[id] else { throw .zoneKeyMissing(path: path, zone: zone, key: id) }
        let octets = try SealedBox.open(wrapped, under: master.key, idLength: KeyID.length, for: Self.place(ref))
        return DataKey(ref: ref, wrapped: wrapped, key: SymmetricKey(data: octets))
    }

    /// The wrapped form under the zone's current master key of a key that an older one wrapped.
    public func rewrap(_ ref: UUID128, wrapped: Bytes) throws -> Bytes {
        try wrap(dataKey(ref, wrapped: wrapped).key, ref)
    }

    /// HMAC-SHA-256 of a value under the region's index key: equal values have equal indexes in every zone, and nobody
    /// without the key can compute one.
    ///
    /// - Parameter kind: what the value is, such as `resident_id`; the same text of another kind has another index.
    public func blindIndex(_ text: String, of kind: StaticString) -> Bytes {
        Bytes(Array(HMAC<Crypto.SHA256>.authenticationCode(for: Self.tagged(kind, Array(text.utf8)), using: index.key)))
    }

    /// The request with its digest under the index key: the digest of a line with an id number in it must not let
    /// anybody try out numbers.
    public func keyed(_ request: Request) -> Request {
        let code = HMAC<Crypto.SHA256>.authenticationCode(
            for: Self.tagged("request", request.digest.octets),
            using: index.key
        )
        return Request(id: request.id, digest: Bytes(Array(code)), at: request.at)
    }

    private func wrap(_ key: SymmetricKey, _ ref: UUID128) throws -> Bytes {
        let octets = key.withUnsafeBytes { Array($0) }
        return try SealedBox.seal(octets, under: current.key, id: current.id.bytes.octets, for: Self.place(ref))
    }

    private static func place(_ ref: UUID128) -> [UInt8] { DataKey.place("core.person_key", ref.octets) }

    private static func tagged(_ kind: StaticString, _ octets: [UInt8]) -> [UInt8] {
        Array(kind.description.utf8) + [0] + octets
    }
}
