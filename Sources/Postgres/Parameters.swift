/// The values of a statement's parameters in binary form, one after the other in one buffer.
public struct Parameters: Sendable, Hashable {
    /// Where a value lies, and what it is.
    @usableFromInline
    struct Slot: Sendable, Hashable {
        @usableFromInline var offset: Int
        /// The number of octets; −1 for NULL.
        @usableFromInline var length: Int32
        @usableFromInline var oid: UInt32
        /// The number of pieces of the statement's text that come before it.
        @usableFromInline var place: Int

        @usableFromInline
        init(offset: Int, length: Int32, oid: UInt32, place: Int) {
            self.offset = offset
            self.length = length
            self.oid = oid
            self.place = place
        }
    }

    /// All values' octets.
    @usableFromInline var octets: [UInt8] = []
    @usableFromInline var slots: [Slot] = []
    /// The position (from 1) of a text with a NUL, which PostgreSQL cannot hold and C would cut off silently.
    @usableFromInline var positionOfNUL: Int?

    @inlinable
    public init() {}

    public var count: Int { slots.count }

    /// The types, in order.
    var oids: [UInt32] { slots.map(\.oid) }

    mutating func reserve(_ count: Int) {
        guard count > 0 else { return }
        slots.reserveCapacity(count)
        octets.reserveCapacity(count * 16)
    }

    /// Forgets the values and keeps their memory, for the next ones.
    @inlinable
    mutating func removeAll() {
        octets.removeAll(keepingCapacity: true)
        slots.removeAll(keepingCapacity: true)
        positionOfNUL = nil
    }

    /// Whether the types are those of the others.
    func areTyped(like others: borrowing Parameters) -> Bool {
        guard slots.count == others.slots.count else { return false }
        for index in slots.indices where slots[index].oid != others.slots[index].oid { return false }
        return true
    }

    /// Appends a value.
    @inlinable
    public mutating func append<Value: PostgresEncodable>(_ value: Value) {
        append(value, at: 0)
    }

    @inlinable
    mutating func append<Value: PostgresEncodable>(_ value: Value, at place: Int) {
        let start = octets.count
        guard !value.isNull else {
            slots.append(Slot(offset: start, length: -1, oid: Value.oid.rawValue, place: place))
            return
        }
        value.encode(into: &octets)
        let length = Int32(truncatingIfNeeded: octets.count - start)
        slots.append(Slot(offset: start, length: length, oid: Value.oid.rawValue, place: place))
        if Value.holdsText, positionOfNUL == nil, value.containsNUL { positionOfNUL = slots.count }
    }

    mutating func append(contentsOf other: Parameters, after pieces: Int) {
        let start = octets.count
        octets += other.octets
        if let position = other.positionOfNUL, positionOfNUL == nil { positionOfNUL = slots.count + position }
        for var slot in other.slots {
            slot.offset += start
            slot.place += pieces
            slots.append(slot)
        }
    }
}
