/// What had to be changed in a written number (id, code, phone) to read it.
public enum NumberWarning: Sendable, Hashable {
    /// Full-width digits or letters became half-width.
    case fullWidth
    /// Spaces, hyphens or brackets in or around it were dropped.
    case separators
    /// An apostrophe before it, by which a spreadsheet marks text, was dropped.
    case textMark
    /// Characters that nobody sees, as copying from a telephone leaves them, were dropped.
    case invisible
    /// The country code +86 was dropped.
    case countryCode
}

/// A written number with half-width characters and nothing but the number, and what was changed for that.
func mended(_ text: String) -> Noted<String, NumberWarning> {
    var warnings: [NumberWarning] = []
    func note(_ warning: NumberWarning) { if !warnings.contains(warning) { warnings.append(warning) } }
    var plain = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        let narrow = scalar.halfWidth
        if narrow != scalar { note(.fullWidth) }
        switch narrow {
        case "'", "\u{2018}", "\u{2019}":
            if plain.isEmpty { note(.textMark) } else { plain.append(narrow) }
        case "-", "(", ")": note(.separators)
        case _ where narrow.properties.isWhitespace && !narrow.isControl: note(.separators)
        case _ where narrow.isInvisible || narrow.isBidiControl: note(.invisible)
        default: plain.append(narrow)
        }
    }
    return Noted(value: String(plain), warnings: warnings)
}

/// Whether a spreadsheet wrote a long number as `3.20602E+17`: its last digits are lost.
func looksLikeSpreadsheetNumber(_ text: String) -> Bool {
    guard text.utf8.count <= 100 else { return false }
    let parts = Array(mended(text).value.uppercased().utf8).split(
        separator: UInt8(ascii: "E"),
        omittingEmptySubsequences: false
    )
    guard parts.count == 2, let first = parts[0].first, first.digit != nil else { return false }
    let exponent = parts[1].first == UInt8(ascii: "+") ? parts[1].dropFirst() : parts[1]
    return parts[0].allSatisfy { $0.digit != nil || $0 == UInt8(ascii: ".") }
        && !exponent.isEmpty && exponent.count <= 3 && exponent.allSatisfy { $0.digit != nil }
}
