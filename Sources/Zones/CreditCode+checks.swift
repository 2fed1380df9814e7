/// The checks of GB 32100-2015 and GB 11714-1997.
extension CreditCode {
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    private static let authorities = Array("12345679ANY".utf8)
    private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    private static let organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

    /// The check character that 17 characters ask for; nil unless they are 17 of a code's alphabet.
    public static func checkCharacter(of characters: String) -> Character? {
        guard characters.utf8.count == weights.count, characters.utf8.allSatisfy(alphabet.contains) else { return nil }
        return Character(Unicode.Scalar(checkByte(characters.utf8)))
    }

    /// The check character of an organization code (GB 11714) of eight digits or capitals; nil for anything else.
    public static func organizationCheckCharacter(of characters: String) -> Character? {
        guard characters.utf8.count == organizationWeights.count,
            characters.utf8.allSatisfy({ $0.digit != nil || ($0.isASCIILetter && $0 == $0.uppercased) })
        else { return nil }
        return Character(Unicode.Scalar(organizationCheckByte(characters.utf8)))
    }

    /// The check character of 17 bytes of the alphabet.
    static func checkByte(_ bytes: some Sequence<UInt8>) -> UInt8 {
        let sum = zip(bytes, weights).reduce(0) { $0 + (alphabet.firstIndex(of: $1.0) ?? 0) * $1.1 }
        return alphabet[(31 - sum % 31) % 31]
    }

    /// The check character of eight bytes that are digits or capitals. GB 11714 counts letters through the whole
    /// alphabet, from A as 10 to Z as 35.
    static func organizationCheckByte(_ bytes: some Sequence<UInt8>) -> UInt8 {
        let sum = zip(bytes, organizationWeights).reduce(0) { $0 + ($1.0.digit ?? Int($1.0) - 0x41 + 10) * $1.1 }
        let check = 11 - sum % 11
        return check == 10 ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(check % 11)
    }

    /// The place of a value from 0 to 30 in the alphabet.
    static func byte(_ value: Int) -> UInt8 { alphabet[value] }

    /// The canonical code, once its form and both check characters are right.
    static func plain(_ text: String) throws(CreditCodeRefusal) -> String {
        guard !text.isEmpty else { throw .empty }
        let scalars = Array(text.unicodeScalars)
        guard scalars.count == 18 else { throw .length(scalars.count) }
        var bytes: [UInt8] = []
        for (index, scalar) in scalars.enumerated() {
            guard scalar.isASCII, case let byte = UInt8(scalar.value).uppercased, alphabet.contains(byte),
                !(2..<8).contains(index) || byte.digit != nil
            else { throw .character(scalar, position: index + 1) }
            bytes.append(byte)
        }
        guard authorities.contains(bytes[0]) else { throw .authority(Character(Unicode.Scalar(bytes[0]))) }
        guard checkByte(bytes[..<17]) == bytes[17] else { throw .checkCharacter }
        guard organizationCheckByte(bytes[8..<16]) == bytes[16] else { throw .organizationCheckCharacter }
        return String(decoding: bytes, as: UTF8.self)
    }
}
