/// Why a text is no amount or rate.
public enum DecimalRefusal: Error, Sendable, Hashable {
    /// Nothing was given.
    case empty
    /// It has a sign; amounts and rates as written have none.
    case sign
    /// It has spaces in or around it.
    case space
    /// It has separators of thousands, such as `1,000.00`; the associated text is without them.
    case separators(without: String)
    /// It has another character, such as a sign of currency, an exponent or a full-width digit.
    case character(Unicode.Scalar)
    /// Digits are missing before or after the point, there are two points, or zeros lead.
    case form
    /// It has more decimals than the unit.
    case decimals(limit: Int)
    /// It is more than can be counted or than is allowed here.
    case tooLarge
}

/// The number that a strictly written decimal stands for, in units of its last decimal: `"1.5"` with two is 150.
func fixedPoint(_ text: String, decimals: Int) throws(DecimalRefusal) -> Int64 {
    guard !text.isEmpty else { throw .empty }
    try checkCharacters(of: text)
    let parts = Array(text.utf8).split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else { throw .form }
    let whole = parts[0]
    let fraction = parts.count == 2 ? parts[1] : []
    guard whole.count == 1 || whole.first != UInt8(ascii: "0") else { throw .form }
    guard fraction.count <= decimals else { throw .decimals(limit: decimals) }
    let zeros = repeatElement(UInt8(ascii: "0"), count: decimals - fraction.count)
    var sum: Int64 = 0
    for byte in whole + fraction + zeros {
        let (tens, tooLarge) = sum.multipliedReportingOverflow(by: 10)
        let (next, overflow) = tens.addingReportingOverflow(Int64(byte.digit ?? 0))
        guard !tooLarge, !overflow else { throw .tooLarge }
        sum = next
    }
    return sum
}

/// Names the first character that keeps a text from being digits and points.
private func checkCharacters(of text: String) throws(DecimalRefusal) {
    for scalar in text.unicodeScalars where !("0"..."9" ~= scalar || scalar == ".") {
        switch scalar {
        case "+", "-": throw .sign
        case _ where scalar.properties.isWhitespace: throw .space
        case ",": if let without = withoutThousands(text) { throw .separators(without: without) }
        default: break
        }
        throw .character(scalar)
    }
}

/// `1,000.00` as `1000.00`; nil where the commas do not stand between thousands, as in `3,35`.
private func withoutThousands(_ text: String) -> String? {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard (1...3).contains(groups[0].count), groups.count > 1, groups.dropFirst().allSatisfy({ $0.count == 3 }),
        groups.joined().allSatisfy({ $0.digit != nil }), parts.dropFirst().joined().allSatisfy({ $0.digit != nil })
    else { return nil }
    return String(decoding: text.utf8.filter { $0 != UInt8(ascii: ",") }, as: UTF8.self)
}

/// Units as a decimal, `150` with two is `"1.50"`.
func decimalText(_ units: Int64, decimals: Int) -> String {
    let digits = padded(units.magnitude, decimals + 1)
    let point = digits.utf8.index(digits.utf8.endIndex, offsetBy: -decimals)
    return (units < 0 ? "-" : "") + digits[..<point] + "." + digits[point...]
}
