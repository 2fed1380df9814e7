import Crypto
import Postgres

/// A key for the values of one person (or one organization's account): random, used for few values, stored only wrapped
/// under the zone's master key. Destroying the wrapped key destroys the values.
public struct DataKey: Sendable, CustomReflectable {
    /// Names the key; the key of its row in `core.person_key`, and part of what each value is bound to.
    public let ref: UUID128
    /// The key, sealed under the zone's master key: what the database keeps.
    public let wrapped: Bytes
    let key: SymmetricKey

    /// Seals a value for one column, such as `core.person_secret.phone`; it opens only there and under this key.
    public func seal(_ text: String, in column: StaticString) throws -> Bytes {
        let ref = ref.octets
        return try SealedBox.seal(Array(text.utf8), under: key, id: ref, for: Self.place(column.description, ref))
    }

    /// Opens a value that was sealed for the column.
    ///
    /// - Throws: `KeyFault.doesNotOpen`
    public func open(_ sealed: Bytes, in column: StaticString) throws(KeyFault) -> String {
        let ref = ref.octets
        guard SealedBox.keyID(sealed, length: ref.count) == ref else { throw .doesNotOpen }
        let octets = try SealedBox.open(
            sealed,
            under: key,
            idLength: ref.count,
            for: Self.place(column.description, ref)
        )
        guard let text = String(validating: octets, as: UTF8.self) else { throw .doesNotOpen }
        return text
    }

    static func place(_ column: String, _ ref: [UInt8]) -> [UInt8] {
        Array(column.utf8) + [0x1F] + ref
    }

    public var customMirror: Mirror { Mirror(self, children: ["ref": ref]) }
}
