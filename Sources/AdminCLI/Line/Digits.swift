/// Strict readings of numbers and ids in ASCII digits.
enum Digits {
    /// An integer without sign `+`, blanks or leading zeros; nil if it is none or too large.
    static func integer(_ text: String) -> Int? {
        let bytes = Array(text.utf8)
        let digits = bytes.first == UInt8(ascii: "-") ? bytes.dropFirst() : bytes[...]
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        guard digits.first != 0x30 || bytes.count == 1 else { return nil }
        return Int(text)
    }

    /// A UUID in its usual form, lower case; nil if it is none.
    static func uuid(_ text: String) -> String? {
        let lowered = text.lowercased()
        let bytes = Array(lowered.utf8)
        guard bytes.count == 36 else { return nil }
        for (position, byte) in bytes.enumerated() {
            switch position {
            case 8, 13, 18, 23: guard byte == UInt8(ascii: "-") else { return nil }
            default: guard (0x30...0x39).contains(byte) || (0x61...0x66).contains(byte) else { return nil }
            }
        }
        return lowered
    }
}
