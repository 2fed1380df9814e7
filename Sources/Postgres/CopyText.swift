/// A value that COPY's text form can carry.
public protocol CopyTextEncodable: Sendable {
    /// Appends the escaped text; false when it cannot be sent because it contains NUL.
    func encodeCopyText(into buffer: inout OctetBuffer) -> Bool
}

extension String: CopyTextEncodable {
    @inlinable
    public func encodeCopyText(into buffer: inout OctetBuffer) -> Bool {
        var text = self
        return text.withUTF8 { octets in
            var plain = 0
            for position in octets.indices {
                let octet = octets[position]
                guard octet < 0x20 || octet == 0x5C else { continue }
                let escape: UInt8
                switch octet {
                case 0x00: return false
                case 0x09: escape = 0x74
                case 0x0A: escape = 0x6E
                case 0x0D: escape = 0x72
                case 0x5C: escape = 0x5C
                // Other control characters mean themselves.
                default: continue
                }
                buffer.append(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: octets[plain..<position])))
                buffer.append(0x5C as UInt8)
                buffer.append(escape)
                plain = position + 1
            }
            buffer.append(UnsafeRawBufferPointer(UnsafeBufferPointer(rebasing: octets[plain...])))
            return true
        }
    }
}

extension Int64: CopyTextEncodable {
    @inlinable
    public func encodeCopyText(into buffer: inout OctetBuffer) -> Bool {
        if self < 0 { buffer.append(0x2D as UInt8) }
        var rest = magnitude
        var length = 1
        var bound: UInt64 = 10
        while rest >= bound {
            bound *= 10
            length += 1
        }
        buffer.reserve(length)
        let end = buffer.count + length
        for position in stride(from: end - 1, through: buffer.count, by: -1) {
            buffer.base.storeBytes(
                of: 0x30 + UInt8(truncatingIfNeeded: rest % 10),
                toByteOffset: position,
                as: UInt8.self
            )
            rest /= 10
        }
        buffer.count = end
        return true
    }
}

extension Int: CopyTextEncodable {
    @inlinable
    public func encodeCopyText(into buffer: inout OctetBuffer) -> Bool { Int64(self).encodeCopyText(into: &buffer) }
}

extension Bool: CopyTextEncodable {
    @inlinable
    public func encodeCopyText(into buffer: inout OctetBuffer) -> Bool {
        buffer.append((self ? 0x74 : 0x66) as UInt8)
        return true
    }
}

extension Optional: CopyTextEncodable where Wrapped: CopyTextEncodable {
    @inlinable
    public func encodeCopyText(into buffer: inout OctetBuffer) -> Bool {
        guard let self else {
            buffer.append(0x5C as UInt8)
            buffer.append(0x4E as UInt8)
            return true
        }
        return self.encodeCopyText(into: &buffer)
    }
}
