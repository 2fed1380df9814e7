/// The checks of GB 32100-2015 and GB 11714-1997.
extension CreditCode {
    private static let alphabet = Array("0123456789ABCDEFGHJKLMNPQRTUWXY".utf8)
    private static let authorities = Array("12345679ANY".utf8)
    private static let weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
    private static let organizationWeights = [3, 7, 9, 10, 5, 8, 4, 2]

    /// The check character that 17 characters ask for; nil unless they are 17 of a code's alphabet.
    public static func checkCharacter(of characters: String) -> Character? {
        checkByte(characters.utf8).map { Character(Unicode.Scalar($0)) }
    }

    /// The check character of an organization code (GB 11714) of eight digits or capitals; nil for anything else.
    public static func organizationCheckCharacter(of characters: String) -> Character? {
        organizationCheckByte(characters.utf8).map { Character(Unicode.Scalar($0)) }
    }

    private static func checkByte(_ bytes: some Collection<UInt8>) -> UInt8? {
        guard bytes.count == weights.count else { return nil }
        var sum = 0
        for (byte, weight) in zip(bytes, weights) {
            guard let value = alphabet.firstIndex(of: byte) else { return nil }
            sum += value * weight
        }
        return alphabet[(31 - sum % 31) % 31]
    }

    /// GB 11714 counts letters through the whole alphabet, from A as 10 to Z as 35.
    private static func organizationCheckByte(_ bytes: some Collection<UInt8>) -> UInt8? {
        guard bytes.count == organizationWeights.count else { return nil }
        var sum = 0
        for (byte, weight) in zip(bytes, organizationWeights) {
            guard let value = byte.digit ?? letterValue(byte) else { return nil }
            sum += value * weight
        }
        let check = 11 - sum % 11
        return check == 10 ? UInt8(ascii: "X") : UInt8(ascii: "0") + UInt8(check % 11)
    }

    private static func letterValue(_ byte: UInt8) -> Int? {
        (0x41...0x5A).contains(byte) ? Int(byte) - 0x41 + 10 : nil
    }

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
