/// A UUID: 128 bits.
public struct UUID128: Sendable, Hashable, CustomStringConvertible {
    @usableFromInline let high: UInt64
    @usableFromInline let low: UInt64

    /// From 16 octets; missing ones are zero, further ones are left out.
    public init(octets: [UInt8]) {
        func word(_ range: Range<Int>) -> UInt64 {
            range.reduce(0) { $0 << 8 | UInt64($1 < octets.count ? octets[$1] : 0) }
        }
        high = word(0..<8)
        low = word(8..<16)
    }

    /// A random UUID (RFC 9562, version 4).
    public init(random generator: inout some RandomNumberGenerator) {
        high = generator.next() & ~0xf000 | 0x4000
        low = generator.next() & ~(0b11 << 62) | (0b10 << 62)
    }

    /// From 32 hexadecimal digits with hyphens anywhere between them; nil for anything else.
    public init?(_ text: String) {
        var octets: [UInt8] = []
        var pending: UInt8?
        for character in text where character != "-" {
            guard character.isASCII, let digit = character.hexDigitValue.map(UInt8.init) else { return nil }
            if let first = pending { octets.append(first << 4 | digit) }
            pending = pending == nil ? digit : nil
        }
        guard octets.count == 16, pending == nil else { return nil }
        self.init(octets: octets)
    }

    public var octets: [UInt8] {
        var buffer: [UInt8] = []
        encode(into: &buffer)
        return buffer
    }

    public var description: String {
        let digits = Bytes(octets).hexadecimal
        var parts: [Substring] = []
        var rest = digits[...]
        for length in [8, 4, 4, 4, 12] {
            parts.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return parts.joined(separator: "-")
    }
}

extension UUID128: PostgresEncodable, PostgresDecodable {
    public static var oid: OID { .uuid }
    public static var arrayOID: OID { .uuidArray }
    public static var oids: [OID] { [.uuid] }
    public static var arrayOIDs: [OID] { [.uuidArray] }
    @inlinable public func encode(into buffer: inout [UInt8]) {
        appendBigEndian(high, to: &buffer)
        appendBigEndian(low, to: &buffer)
    }
    public static func decode(_ cell: Cell) throws(DecodingFailure) -> UUID128 {
        let octets = try cell.required()
        guard octets.count == 16 else { throw .length(octets.count) }
        return UUID128(octets: Array(octets))
    }
}
