/// The values of a statement's parameters in binary form, one after the other in one buffer.
public struct Parameters: Sendable, Hashable {
    /// All values' octets.
    @usableFromInline var octets: [UInt8] = []
    /// Where each value begins.
    @usableFromInline var offsets: [Int] = []
    /// The octets of each value; −1 for NULL.
    @usableFromInline var lengths: [Int32] = []
    @usableFromInline var oids: [UInt32] = []
    /// The position (from 1) of a text with a NUL, which PostgreSQL cannot hold and C would cut off silently.
    @usableFromInline var positionOfNUL: Int?

    @inlinable
    public init() {}

    public var count: Int { oids.count }

    /// Appends a value.
    @inlinable
    public mutating func append<Value: PostgresEncodable>(_ value: Value) {
        let start = octets.count
        offsets.append(start)
        oids.append(Value.oid.rawValue)
        guard !value.isNull else {
            lengths.append(-1)
            return
        }
        value.encode(into: &octets)
        lengths.append(Int32(truncatingIfNeeded: octets.count - start))
        if Value.holdsText, positionOfNUL == nil, value.containsNUL { positionOfNUL = oids.count }
    }

    mutating func append(contentsOf other: Parameters) {
        let start = octets.count
        octets += other.octets
        offsets += other.offsets.map { $0 + start }
        lengths += other.lengths
        if let position = other.positionOfNUL, positionOfNUL == nil { positionOfNUL = oids.count + position }
        oids += other.oids
    }
}
