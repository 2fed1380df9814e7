/// A value that can be sent as a parameter, in PostgreSQL's binary form.
public protocol PostgresEncodable: Sendable {
    /// The type under which the server reads it.
    static var oid: OID { get }
    /// The type of an array of it.
    static var arrayOID: OID { get }
    /// Whether values can contain text, which must be free of NUL.
    static var holdsText: Bool { get }
    var isNull: Bool { get }
    var containsNUL: Bool { get }
    /// Appends the binary form. Not called when the value is NULL.
    func encode(into buffer: inout [UInt8])
    /// Appends a field of a row of COPY, its length before its binary form; made of the one above where a type does not
    /// say how. False for a text with NUL.
    func encodeField(into buffer: inout OctetBuffer) -> Bool
}

extension PostgresEncodable {
    @inlinable public static var holdsText: Bool { false }
    @inlinable public var isNull: Bool { false }
    @inlinable public var containsNUL: Bool { false }

    public func encodeField(into buffer: inout OctetBuffer) -> Bool {
        guard !isNull else {
            buffer.append(Int32(-1))
            return true
        }
        if Self.holdsText, containsNUL { return false }
        var octets: [UInt8] = []
        encode(into: &octets)
        octets.withUnsafeBytes { buffer.appendField($0) }
        return true
    }
}

/// A value that can be read from a result, in PostgreSQL's binary form.
public protocol PostgresDecodable: Sendable {
    /// The types that it can be read from.
    static var oids: [OID] { get }
    /// The types of arrays that an array of it can be read from.
    static var arrayOIDs: [OID] { get }
    /// Reads one value.
    ///
    /// - Throws: `DecodingFailure` for NULL where the type is not optional, or octets of another form.
    static func decode(_ cell: Cell) throws(DecodingFailure) -> Self
}

/// One value of a result row; valid only while it is being decoded.
public struct Cell {
    /// Nil for NULL.
    public let octets: UnsafeRawBufferPointer?
    public let oid: OID

    @inlinable
    public init(octets: UnsafeRawBufferPointer?, oid: OID) {
        self.octets = octets
        self.oid = oid
    }

    /// The octets of a value that may not be NULL.
    @inlinable
    public func required() throws(DecodingFailure) -> UnsafeRawBufferPointer {
        guard let octets else { throw .null }
        return octets
    }

    /// A big-endian integer that fills the whole value.
    @inlinable
    public func integer<Integer: FixedWidthInteger>(_ type: Integer.Type) throws(DecodingFailure) -> Integer {
        let octets = try required()
        guard octets.count == MemoryLayout<Integer>.size else { throw .length(octets.count) }
        return Integer(bigEndian: octets.loadUnaligned(as: Integer.self))
    }
}

/// A value does not fit the Swift type that was asked for.
public enum DecodingFailure: Error, Sendable, Hashable {
    case null
    case length(Int)
    case invalid
}

/// Appends an integer in network order.
@inlinable
public func appendBigEndian<Integer: FixedWidthInteger>(_ value: Integer, to buffer: inout [UInt8]) {
    withUnsafeBytes(of: value.bigEndian) { buffer.append(contentsOf: $0) }
}
