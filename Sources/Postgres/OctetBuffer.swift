/// Octets that grow at their end: an array without the checks that cost more than what is written.
public struct OctetBuffer: ~Copyable {
    /// From so many octets on a stream hands them on.
    @usableFromInline static let portion = 1 << 16

    @usableFromInline var base: UnsafeMutableRawPointer
    @usableFromInline var capacity: Int
    @usableFromInline var count = 0

    @usableFromInline
    init() {
        capacity = Self.portion + 4096
        base = .allocate(byteCount: capacity, alignment: 16)
    }

    deinit { base.deallocate() }

    var octets: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: base, count: count) }

    /// Appends an integer in network order.
    @inlinable
    mutating func append<Integer: FixedWidthInteger>(_ value: Integer) {
        reserve(MemoryLayout<Integer>.size)
        base.storeBytes(of: value.bigEndian, toByteOffset: count, as: Integer.self)
        count += MemoryLayout<Integer>.size
    }

    /// Appends a field of COPY: the length of an integer, then the integer.
    @inlinable
    mutating func appendField<Integer: FixedWidthInteger>(_ value: Integer) -> Bool {
        let size = MemoryLayout<Integer>.size
        reserve(size + 4)
        base.storeBytes(of: Int32(truncatingIfNeeded: size).bigEndian, toByteOffset: count, as: Int32.self)
        base.storeBytes(of: value.bigEndian, toByteOffset: count + 4, as: Integer.self)
        count += size + 4
        return true
    }

    /// Appends a field of COPY: the number of octets, then the octets.
    @inlinable
    mutating func appendField(_ octets: UnsafeRawBufferPointer) {
        append(Int32(truncatingIfNeeded: octets.count))
        append(octets)
    }

    @inlinable
    mutating func append(_ octets: UnsafeRawBufferPointer) {
        guard let start = octets.baseAddress else { return }
        reserve(octets.count)
        (base + count).copyMemory(from: start, byteCount: octets.count)
        count += octets.count
    }

    /// Writes an integer over one that was appended before.
    @inlinable
    mutating func set<Integer: FixedWidthInteger>(_ value: Integer, at position: Int) {
        base.storeBytes(of: value.bigEndian, toByteOffset: position, as: Integer.self)
    }

    @inlinable
    mutating func removeAll() { count = 0 }

    @inlinable
    mutating func reserve(_ more: Int) {
        if count + more > capacity { grow(more) }
    }

    @usableFromInline
    mutating func grow(_ more: Int) {
        let larger = max(capacity * 2, count + more)
        let moved = UnsafeMutableRawPointer.allocate(byteCount: larger, alignment: 16)
        moved.copyMemory(from: base, byteCount: count)
        base.deallocate()
        base = moved
        capacity = larger
    }
}
