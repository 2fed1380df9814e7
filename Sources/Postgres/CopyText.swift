/// A value that COPY's text form can carry.
public protocol CopyTextEncodable: Sendable {
    /// Appends the escaped text; false when it cannot be sent because it contains NUL.
    func encodeCopyText(into buffer: inout [UInt8]) -> Bool
}

extension String: CopyTextEncodable {
    @inlinable
    public func encodeCopyText(into buffer: inout [UInt8]) -> Bool {
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
                buffer.append(contentsOf: UnsafeBufferPointer(rebasing: octets[plain..<position]))
                buffer.append(0x5C)
                buffer.append(escape)
                plain = position + 1
            }
            buffer.append(contentsOf: UnsafeBufferPointer(rebasing: octets[plain...]))
            return true
        }
    }
}

extension Int64: CopyTextEncodable {
    @inlinable
    public func encodeCopyText(into buffer: inout [UInt8]) -> Bool {
        if self < 0 { buffer.append(0x2D) }
        var rest = magnitude
        let start = buffer.count
        repeat {
            buffer.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        var (low, high) = (start, buffer.count - 1)
        while low < high {
            buffer.swapAt(low, high)
            low += 1
            high -= 1
        }
        return true
    }
}

extension Int: CopyTextEncodable {
    @inlinable
    public func encodeCopyText(into buffer: inout [UInt8]) -> Bool { Int64(self).encodeCopyText(into: &buffer) }
}

extension Bool: CopyTextEncodable {
    @inlinable
    public func encodeCopyText(into buffer: inout [UInt8]) -> Bool {
        buffer.append(self ? 0x74 : 0x66)
        return true
    }
}

extension Optional: CopyTextEncodable where Wrapped: CopyTextEncodable {
    @inlinable
    public func encodeCopyText(into buffer: inout [UInt8]) -> Bool {
        guard let self else {
            buffer.append(0x5C)
            buffer.append(0x4E)
            return true
        }
        return self.encodeCopyText(into: &buffer)
    }
}
