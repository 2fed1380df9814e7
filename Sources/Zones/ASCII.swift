/// Digits and letters by their UTF-8 bytes: `Character.isNumber` also takes full-width and Arabic-Indic digits.
extension UInt8 {
    /// The value of an ASCII digit, or nil.
    var digit: Int? { self >= 0x30 && self <= 0x39 ? Int(self) - 0x30 : nil }

    /// Whether this is `a–z` or `A–Z`.
    var isASCIILetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }

    /// The same byte with `a–z` as `A–Z`.
    var uppercased: UInt8 { (0x61...0x7A).contains(self) ? self - 0x20 : self }
}

/// The number that ASCII digits spell, or nil when there are none, more than 18, or anything that is no digit.
func decimal(_ digits: some Collection<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var sum = 0
    for byte in digits {
        guard let digit = byte.digit else { return nil }
        sum = sum * 10 + digit
    }
    return sum
}

/// A number with leading zeros up to `width`.
func padded(_ number: some BinaryInteger, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
