/// A person's name as it is written on the document: any script, rare characters included.
///
/// One line of at most 200 characters by the rules of `PlainText`, with `·` U+00B7 as the only middle dot and U+0020 as
/// the only space. What a name may say is nobody's rule: `null` and 空 are names.
public struct PersonName: Sendable, Hashable {
    private let plain: PlainText

    /// The name.
    public var text: String { plain.text }

    /// A name; refuses what `TextRefusal` names. `lenient(_:)` mends what can be mended.
    public init(_ text: String) throws(TextRefusal) {
        plain = try PlainText(text)
        try checkSpacesAndDots(in: text, dots: true)
    }

    /// What seems odd about it although it is accepted.
    public var warnings: [TextWarning] { oddities(of: text) }

    /// What names are compared by when the same person is looked for: normal form C, without selectors of a glyph and
    /// without spaces, full-width letters as half-width ones and ASCII capitals as small letters.
    public var matchKey: String { nameKey(text) }
}

extension PersonName: Comparable {
    public static func < (a: PersonName, b: PersonName) -> Bool { a.plain < b.plain }
}

extension PersonName: CustomStringConvertible {
    /// The name.
    public var description: String { text }
}

/// Refuses spaces other than U+0020 and, where names of persons have `·`, other dots in its place.
func checkSpacesAndDots(in text: String, dots: Bool) throws(TextRefusal) {
    for (index, scalar) in text.unicodeScalars.enumerated() {
        if scalar.properties.isWhitespace, scalar != " " { throw .unusualSpace(scalar, position: index + 1) }
        if dots, scalar.isOtherMiddleDot { throw .otherMiddleDot(scalar, position: index + 1) }
    }
}

/// The key by which spellings of one name are found.
func nameKey(_ text: String) -> String {
    var key = String.UnicodeScalarView()
    for scalar in text.nfc.unicodeScalars where !scalar.isVariationSelector && !scalar.properties.isWhitespace {
        let narrow = scalar.halfWidth
        key.append(("A"..."Z").contains(narrow) ? Unicode.Scalar(UInt8(narrow.value) + 0x20) : narrow)
    }
    return String(key)
}
