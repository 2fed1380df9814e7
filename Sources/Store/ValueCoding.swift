import Postgres
import Zones

// How the kernel's values travel: `date` is `Day`, `timestamptz` is `Instant`, amounts and rates are `bigint`, codes and
// enums are `text`.

extension Day: PostgresEncodable, PostgresDecodable {
    public static var oid: OID { .date }
    public static var arrayOID: OID { .dateArray }
    public static var oids: [OID] { [.date] }
    public static var arrayOIDs: [OID] { [.dateArray] }
    public func encode(into buffer: inout [UInt8]) { appendBigEndian(daysSinceEpoch2000, to: &buffer) }
    public static func decode(_ cell: Cell) throws(DecodingFailure) -> Day {
        do {
            return try Day(daysSinceEpoch2000: cell.integer(Int32.self))
        } catch {
            throw .invalid
        }
    }
}

extension Instant: PostgresEncodable, PostgresDecodable {
    public static var oid: OID { .timestamptz }
    public static var arrayOID: OID { .timestamptzArray }
    public static var oids: [OID] { [.timestamptz] }
    public static var arrayOIDs: [OID] { [.timestamptzArray] }
    public func encode(into buffer: inout [UInt8]) { appendBigEndian(microsecondsSince2000, to: &buffer) }
    public static func decode(_ cell: Cell) throws(DecodingFailure) -> Instant {
        do {
            return try Instant(microsecondsSince2000: cell.integer(Int64.self))
        } catch {
            throw .invalid
        }
    }
}

extension Money: PostgresEncodable, PostgresDecodable {
    public static var oid: OID { .int8 }
    public static var arrayOID: OID { .int8Array }
    public static var oids: [OID] { [.int8] }
    public static var arrayOIDs: [OID] { [.int8Array] }
    public func encode(into buffer: inout [UInt8]) { fen.encode(into: &buffer) }
    public static func decode(_ cell: Cell) throws(DecodingFailure) -> Money { Money(fen: try Int64.decode(cell)) }
}

extension Rate: PostgresEncodable, PostgresDecodable {
    public static var oid: OID { .int8 }
    public static var arrayOID: OID { .int8Array }
    public static var oids: [OID] { [.int8] }
    public static var arrayOIDs: [OID] { [.int8Array] }
    public func encode(into buffer: inout [UInt8]) { partsPerMillion.encode(into: &buffer) }
    public static func decode(_ cell: Cell) throws(DecodingFailure) -> Rate {
        Rate(partsPerMillion: try Int64.decode(cell))
    }
}

/// A value whose stored form is a text of its own.
public protocol PostgresText: PostgresEncodable, PostgresDecodable {
    var storedText: String { get }
    /// Nil for a text that is no such value.
    init?(storedText: String)
}

extension PostgresText {
    public static var oid: OID { .text }
    public static var arrayOID: OID { .textArray }
    public static var oids: [OID] { String.oids }
    public static var arrayOIDs: [OID] { String.arrayOIDs }
    public static var holdsText: Bool { true }
    public var containsNUL: Bool { storedText.containsNUL }
    public func encode(into buffer: inout [UInt8]) { storedText.encode(into: &buffer) }
    public static func decode(_ cell: Cell) throws(DecodingFailure) -> Self {
        guard let value = Self(storedText: try String.decode(cell)) else { throw .invalid }
        return value
    }
}

extension Code: PostgresText {
    public var storedText: String { text }
    public init?(storedText: String) { try? self.init(storedText) }
}

extension ZoneCode: PostgresText {
    public var storedText: String { text }
    public init?(storedText: String) { try? self.init(storedText) }
}

/// An enum of words is stored as its word.
extension PostgresText where Self: RawRepresentable, RawValue == String {
    public var storedText: String { rawValue }
    public init?(storedText: String) { self.init(rawValue: storedText) }
}

extension OrganizationKind: PostgresText {}
extension Sex: PostgresText {}
