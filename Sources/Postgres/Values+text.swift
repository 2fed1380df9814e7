import Glibc

extension String: PostgresEncodable, PostgresDecodable {
    public static var oid: OID { .text }
    public static var arrayOID: OID { .textArray }
    public static var oids: [OID] { [.text, .varchar, .bpchar, .name, .unknown] }
    public static var arrayOIDs: [OID] { [.textArray, .varcharArray, .nameArray] }
    @inlinable public static var holdsText: Bool { true }
    @inlinable public var containsNUL: Bool {
        var text = self
        return text.withUTF8 { octets in
            guard let start = octets.baseAddress else { return false }
            return memchr(start, 0, octets.count) != nil
        }
    }
    @inlinable public func encode(into buffer: inout [UInt8]) { buffer.append(contentsOf: utf8) }
    @inlinable public func encodeField(into buffer: inout OctetBuffer) -> Bool {
        var text = self
        return text.withUTF8 { octets in
            if let start = octets.baseAddress, memchr(start, 0, octets.count) != nil { return false }
            buffer.appendField(UnsafeRawBufferPointer(octets))
            return true
        }
    }
    @inlinable public static func decode(_ cell: Cell) throws(DecodingFailure) -> String {
        let octets = try cell.required()
        // The server's encoding is UTF-8 and it checks what it stores; anything else is a fault, not U+FFFD.
        guard let text = exactUTF8(octets) else { throw .invalid }
        return text
    }
}

/// The text that these octets are; nil if they are not UTF-8. Decoding, which would put U+FFFD for what is not, and
/// comparing takes a fraction of the standard library's validating initialiser.
@usableFromInline
func exactUTF8(_ octets: UnsafeRawBufferPointer) -> String? {
    var text = String(decoding: octets.assumingMemoryBound(to: UInt8.self), as: UTF8.self)
    let isExact = text.withUTF8 { decoded in
        guard decoded.count == octets.count else { return false }
        guard let one = decoded.baseAddress, let other = octets.baseAddress else { return true }
        return memcmp(one, other, octets.count) == 0
    }
    return isExact ? text : nil
}

/// Octets, PostgreSQL's `bytea`.
public struct Bytes: Sendable, Hashable {
    public var octets: [UInt8]

    public init(_ octets: [UInt8]) {
        self.octets = octets
    }

    /// Two lower-case hexadecimal digits an octet.
    public var hexadecimal: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: octets.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

extension Bytes: PostgresEncodable, PostgresDecodable {
    public static var oid: OID { .bytea }
    public static var arrayOID: OID { .byteaArray }
    public static var oids: [OID] { [.bytea] }
    public static var arrayOIDs: [OID] { [.byteaArray] }
    public func encode(into buffer: inout [UInt8]) { buffer.append(contentsOf: octets) }
    public static func decode(_ cell: Cell) throws(DecodingFailure) -> Bytes { Bytes(Array(try cell.required())) }
}

/// JSON as text; what it says is the caller's business.
public struct JSONText: Sendable, Hashable {
    public var text: String

    public init(_ text: String) {
        self.text = text
    }
}

extension JSONText: PostgresEncodable, PostgresDecodable {
    public static var oid: OID { .jsonb }
    public static var arrayOID: OID { .jsonbArray }
    public static var oids: [OID] { [.jsonb, .json] }
    public static var arrayOIDs: [OID] { [.jsonbArray] }
    public static var holdsText: Bool { true }
    public var containsNUL: Bool { text.utf8.contains(0) }
    public func encode(into buffer: inout [UInt8]) {
        buffer.append(1)  // the version of jsonb's binary form
        buffer.append(contentsOf: text.utf8)
    }
    public static func decode(_ cell: Cell) throws(DecodingFailure) -> JSONText {
        var octets = try cell.required()
        if cell.oid == .jsonb {
            guard octets.first == 1 else { throw .invalid }
            octets = UnsafeRawBufferPointer(rebasing: octets.dropFirst())
        }
        guard let text = String(validating: octets, as: UTF8.self) else { throw .invalid }
        return JSONText(text)
    }
}
