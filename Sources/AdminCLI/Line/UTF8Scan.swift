/// Strict UTF-8, scalar by scalar, on bytes: no overlong forms, no surrogates, nothing above U+10FFFF.
enum UTF8Scan {
    /// The scalar at an offset and its length in bytes, nil if the bytes there are not UTF-8.
    @inline(__always)
    static func scalar(_ bytes: UnsafeBufferPointer<UInt8>, at offset: Int) -> (value: UInt32, length: Int)? {
        let first = bytes[offset]
        if first < 0x80 { return (UInt32(first), 1) }
        let length: Int
        var value: UInt32
        let least: UInt32
        switch first {
        case 0xC2...0xDF: (length, value, least) = (2, UInt32(first & 0x1F), 0x80)
        case 0xE0...0xEF: (length, value, least) = (3, UInt32(first & 0x0F), 0x800)
        case 0xF0...0xF4: (length, value, least) = (4, UInt32(first & 0x07), 0x10000)
        default: return nil
        }
        guard offset + length <= bytes.count else { return nil }
        for next in bytes[(offset + 1)..<(offset + length)] {
            guard next & 0xC0 == 0x80 else { return nil }
            value = value << 6 | UInt32(next & 0x3F)
        }
        guard value >= least, value <= 0x10FFFF, !(0xD800...0xDFFF).contains(value) else { return nil }
        return (value, length)
    }

    /// The 1-based column, in characters (scalars), of a byte offset in a line; bytes that are no UTF-8 count one each.
    static func column(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var column = 1
        var position = 0
        while position < min(offset, bytes.count) {
            position += scalar(bytes, at: position)?.length ?? 1
            column += 1
        }
        return column
    }

    /// The offset of the first byte that is not UTF-8, nil if all are.
    static func firstInvalid(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
        var offset = 0
        while offset < bytes.count {
            guard let (_, length) = scalar(bytes, at: offset) else { return offset }
            offset += length
        }
        return nil
    }
}
