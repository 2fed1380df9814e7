/// The checks of GB 11643-1999.
extension ResidentID {
    private static let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    private static let checkCharacters = Array("10X98765432".utf8)

    /// The check character that 17 digits ask for; nil unless they are 17 ASCII digits.
    public static func checkCharacter(of digits: String) -> Character? {
        guard digits.utf8.count == weights.count, digits.utf8.allSatisfy({ $0.digit != nil }) else { return nil }
        return Character(Unicode.Scalar(checkByte(digits.utf8)))
    }

    /// The check character of 17 bytes that are digits.
    static func checkByte(_ digits: some Sequence<UInt8>) -> UInt8 {
        checkCharacters[zip(digits, weights).reduce(0) { $0 + ($1.0.digit ?? 0) * $1.1 } % 11]
    }

    /// The canonical number and its birth day, once form, birth day and check character are right. A number that only
    /// width, spaces and signs keep from being right is refused with the right one as a suggestion.
    static func checked(_ text: String) throws(ResidentIDRefusal) -> (number: String, birthDay: Day) {
        do { return try plain(text) } catch {
            guard !looksLikeSpreadsheetNumber(text) else { throw .spreadsheetNumber }
            let mended = mended(text)
            guard !mended.warnings.isEmpty, let suggestion = try? plain(mended.value) else { throw error }
            throw .notPlain(suggestion: suggestion.number)
        }
    }

    private static func plain(_ text: String) throws(ResidentIDRefusal) -> (number: String, birthDay: Day) {
        guard !text.isEmpty else { throw .empty }
        let scalars = Array(text.unicodeScalars)
        guard scalars.count == 18 || scalars.count == 15 else { throw .length(scalars.count) }
        for (index, scalar) in scalars.enumerated() where !("0"..."9" ~= scalar) {
            guard index == 17, scalar == "X" || scalar == "x" else {
                throw .character(scalar, position: index + 1)
            }
        }
        let bytes = text.utf8.map(\.uppercased)
        guard bytes.count == 18 else { throw try firstGeneration(bytes) }
        let birthDay = try birthDay(bytes[6..<14])
        guard checkByte(bytes[..<17]) == bytes[17] else {
            throw bytes.suffix(3).elementsEqual("000".utf8) ? .spreadsheetRounded : .checkCharacter
        }
        return (String(decoding: bytes, as: UTF8.self), birthDay)
    }

    private static func birthDay(_ digits: ArraySlice<UInt8>) throws(ResidentIDRefusal) -> Day {
        let year = decimal(digits.prefix(4)) ?? 0
        let month = decimal(digits.dropFirst(4).prefix(2)) ?? 0
        let dayOfMonth = decimal(digits.suffix(2)) ?? 0
        do { return try Day(year: year, month: month, day: dayOfMonth) } catch { throw .birthDay(error) }
    }

    /// The refusal of a number of 15 digits: it had two digits for a year of the 20th century and no check character.
    private static func firstGeneration(_ bytes: [UInt8]) throws(ResidentIDRefusal) -> ResidentIDRefusal {
        let digits = bytes[..<6] + Array("19".utf8) + bytes[6...]
        _ = try birthDay(digits[6..<14])
        return .fifteenDigits(modern: String(decoding: digits + [checkByte(digits)], as: UTF8.self))
    }

    /// The permit whose kind of number this is, nil for a resident card.
    static func permit(_ number: String) -> Document? {
        switch number.prefix(6) {
        case "810000": .hongKongPermit
        case "820000": .macauPermit
        case "830000": .taiwanPermit
        default: number.hasPrefix("9") ? .foreignerPermit : nil
        }
    }

    /// The document by the region in the number; refuses a region that is none.
    static func document(of number: String, divisions: DivisionCodes) throws(ResidentIDRefusal) -> Document {
        let code = String(number.prefix(6))
        switch permit(number) {
        case .foreignerPermit:
            // 9, then the province of issue in two digits, then the nationality in three.
            guard divisions.isKnown(province: String(code.dropFirst().prefix(2))) else { throw .division(code) }
            return .foreignerPermit
        case let permit?: return permit
        case nil:
            guard divisions.isKnown(code) else { throw .division(code) }
            return .residentCard
        }
    }
}
