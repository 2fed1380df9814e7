import Crypto
import Postgres

/// AES-256-GCM with a random nonce: `1 | key id | nonce (12) | ciphertext | tag (16)`.
///
/// The associated data is what the value belongs to; a value that was moved elsewhere does not open.
enum SealedBox {
    private static let version: UInt8 = 1
    private static let nonceAndTag = 28

    static func seal(_ octets: [UInt8], under key: SymmetricKey, id: [UInt8], for place: [UInt8]) throws -> Bytes {
        let header = [version] + id
        let box = try AES.GCM.seal(octets, using: key, authenticating: header + place)
        var sealed = header
        sealed.reserveCapacity(header.count + Self.nonceAndTag + octets.count)
        box.nonce.withUnsafeBytes { sealed.append(contentsOf: $0) }
        sealed.append(contentsOf: box.ciphertext)
        sealed.append(contentsOf: box.tag)
        return Bytes(sealed)
    }

    static func open(_ sealed: Bytes, under key: SymmetricKey, idLength: Int, for place: [UInt8]) throws(KeyFault)
        -> [UInt8]
    {
        let header = sealed.octets.prefix(1 + idLength)
        guard header.first == version, sealed.octets.count >= 1 + idLength + nonceAndTag else {
            throw .doesNotOpen
        }
        do {
            let box = try AES.GCM.SealedBox(combined: Array(sealed.octets.dropFirst(1 + idLength)))
            return Array(try AES.GCM.open(box, using: key, authenticating: Array(header) + place))
        } catch {
            throw .doesNotOpen
        }
    }

    /// The id of the key that a box was sealed under; nil for octets of another form.
    static func keyID(_ sealed: Bytes, length: Int) -> [UInt8]? {
        guard sealed.octets.first == version, sealed.octets.count > length else { return nil }
        return Array(sealed.octets[1...length])
    }
}
