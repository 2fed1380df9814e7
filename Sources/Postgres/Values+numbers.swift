extension Bool: PostgresEncodable, PostgresDecodable {
    public static var oid: OID { .bool }
    public static var arrayOID: OID { .boolArray }
    public static var oids: [OID] { [.bool] }
    public static var arrayOIDs: [OID] { [.boolArray] }
    @inlinable public func encode(into buffer: inout [UInt8]) { buffer.append(self ? 1 : 0) }
    @inlinable public func encodeField(into buffer: inout OctetBuffer) -> Bool {
        buffer.appendField((self ? 1 : 0) as UInt8)
    }
    @inlinable public static func decode(_ cell: Cell) throws(DecodingFailure) -> Bool {
        try cell.integer(UInt8.self) != 0
    }
}

extension Int16: PostgresEncodable, PostgresDecodable {
    public static var oid: OID { .int2 }
    public static var arrayOID: OID { .int2Array }
    public static var oids: [OID] { [.int2] }
    public static var arrayOIDs: [OID] { [.int2Array] }
    @inlinable public func encode(into buffer: inout [UInt8]) { appendBigEndian(self, to: &buffer) }
    @inlinable public func encodeField(into buffer: inout OctetBuffer) -> Bool { buffer.appendField(self) }
    @inlinable public static func decode(_ cell: Cell) throws(DecodingFailure) -> Int16 { try cell.integer(Int16.self) }
}

extension Int32: PostgresEncodable, PostgresDecodable {
    public static var oid: OID { .int4 }
    public static var arrayOID: OID { .int4Array }
    public static var oids: [OID] { [.int4] }
    public static var arrayOIDs: [OID] { [.int4Array] }
    @inlinable public func encode(into buffer: inout [UInt8]) { appendBigEndian(self, to: &buffer) }
    @inlinable public func encodeField(into buffer: inout OctetBuffer) -> Bool { buffer.appendField(self) }
    @inlinable public static func decode(_ cell: Cell) throws(DecodingFailure) -> Int32 { try cell.integer(Int32.self) }
}

extension Int64: PostgresEncodable, PostgresDecodable {
    public static var oid: OID { .int8 }
    public static var arrayOID: OID { .int8Array }
    public static var oids: [OID] { [.int8] }
    public static var arrayOIDs: [OID] { [.int8Array] }
    @inlinable public func encode(into buffer: inout [UInt8]) { appendBigEndian(self, to: &buffer) }
    @inlinable public func encodeField(into buffer: inout OctetBuffer) -> Bool { buffer.appendField(self) }
    @inlinable public static func decode(_ cell: Cell) throws(DecodingFailure) -> Int64 { try cell.integer(Int64.self) }
}

/// Bound as `bigint`; read from any integer type, because every one fits.
extension Int: PostgresEncodable, PostgresDecodable {
    public static var oid: OID { .int8 }
    public static var arrayOID: OID { .int8Array }
    public static var oids: [OID] { [.int8, .int4, .int2] }
    public static var arrayOIDs: [OID] { [.int8Array, .int4Array, .int2Array] }
    @inlinable public func encode(into buffer: inout [UInt8]) { appendBigEndian(Int64(self), to: &buffer) }
    @inlinable public func encodeField(into buffer: inout OctetBuffer) -> Bool { buffer.appendField(Int64(self)) }
    @inlinable public static func decode(_ cell: Cell) throws(DecodingFailure) -> Int {
        switch try cell.required().count {
        case 8: Int(try cell.integer(Int64.self))
        case 4: Int(try cell.integer(Int32.self))
        default: Int(try cell.integer(Int16.self))
        }
    }
}

extension Double: PostgresEncodable, PostgresDecodable {
    public static var oid: OID { .float8 }
    public static var arrayOID: OID { .float8Array }
    public static var oids: [OID] { [.float8] }
    public static var arrayOIDs: [OID] { [.float8Array] }
    @inlinable public func encode(into buffer: inout [UInt8]) { appendBigEndian(bitPattern, to: &buffer) }
    @inlinable public func encodeField(into buffer: inout OctetBuffer) -> Bool { buffer.appendField(bitPattern) }
    @inlinable public static func decode(_ cell: Cell) throws(DecodingFailure) -> Double {
        Double(bitPattern: try cell.integer(UInt64.self))
    }
}
