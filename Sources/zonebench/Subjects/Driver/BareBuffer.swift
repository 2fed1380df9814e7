import CLibPQ
import Glibc

/// A C program's buffer of what COPY sends.
struct BareBuffer {
    private static let size = 1 << 16
    private let base = UnsafeMutableRawPointer.allocate(byteCount: size + 4096, alignment: 16)
    private var count = 0

    func free() { base.deallocate() }

    mutating func integer<Integer: FixedWidthInteger>(_ value: Integer) {
        base.storeBytes(of: value.bigEndian, toByteOffset: count, as: Integer.self)
        count += MemoryLayout<Integer>.size
    }

    mutating func octet(_ octet: UInt8) {
        base.storeBytes(of: octet, toByteOffset: count, as: UInt8.self)
        count += 1
    }

    mutating func octets(_ octets: [UInt8]) { octets.forEach { octet($0) } }

    mutating func text(_ text: StaticString) {
        memcpy(base + count, text.utf8Start, text.utf8CodeUnitCount)
        count += text.utf8CodeUnitCount
    }

    mutating func digits(_ value: Int64) {
        var rest = value
        var length = 1
        while rest >= 10 {
            rest /= 10
            length += 1
        }
        rest = value
        for position in stride(from: count + length - 1, through: count, by: -1) {
            base.storeBytes(of: UInt8(48 + rest % 10), toByteOffset: position, as: UInt8.self)
            rest /= 10
        }
        count += length
    }

    mutating func sendWhenFull(_ bare: BareConnection) throws {
        if count >= Self.size { try send(bare) }
    }

    mutating func send(_ bare: BareConnection) throws {
        let sent = PQputCopyData(bare.pointer, base.assumingMemoryBound(to: CChar.self), Int32(count))
        guard sent == 1 else { throw BenchFault("PQputCopyData") }
        count = 0
    }
}
