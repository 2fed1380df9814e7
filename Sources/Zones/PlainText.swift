/// One line of text that people wrote for people: a title, a reason, an address.
///
/// It is what everybody sees: no control, direction-changing or invisible characters, at most four marks on a letter,
/// no spaces around it. Kept in normal form C (compatibility ideographs as given); compared by bytes.
public struct PlainText: Sendable, Hashable {
    private let canonical: CanonicalText

    /// The text.
    public var text: String { canonical.string }

    /// The longest text where a field sets no other limit, in characters as people count them.
    public static let defaultLimit = 200

    /// Marks that one letter may carry.
    static let markLimit = 4

    /// A text of at most `limit` characters; refuses what `TextRefusal` names.
    public init(_ text: String, limit: Int = PlainText.defaultLimit) throws(TextRefusal) {
        try PlainText.check(text, limit: limit)
        canonical = CanonicalText(string: text.composed)
    }

    /// Walks once over the text and throws the first thing that is wrong with it.
    static func check(_ text: String, limit: Int) throws(TextRefusal) {
        var marks = 0
        var last: Unicode.Scalar?
        for (index, scalar) in text.unicodeScalars.enumerated() {
            try check(scalar, after: last, position: index + 1)
            marks = scalar.isMark && !scalar.isVariationSelector ? marks + 1 : 0
            guard marks <= markLimit else { throw .tooManyMarks(position: index + 1, limit: markLimit) }
            last = scalar
        }
        guard text.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { throw .empty }
        let count = text.count
        guard count <= limit else { throw .tooLong(count: count, limit: limit) }
        guard text.unicodeScalars.first?.properties.isWhitespace != true, last?.properties.isWhitespace != true else {
            throw .surroundingSpace
        }
    }

    private static func check(
        _ scalar: Unicode.Scalar,
        after last: Unicode.Scalar?,
        position: Int
    ) throws(TextRefusal) {
        if ("!"..."~").contains(scalar) || scalar == " " { return }
        if scalar.isControl { throw .control(scalar, position: position) }
        if scalar.isBidiControl { throw .bidiControl(scalar, position: position) }
        if scalar.value == 0xFFFD { throw .replacement(position: position) }
        if scalar.properties.isNoncharacterCodePoint { throw .noncharacter(scalar, position: position) }
        if scalar.isVariationSelector, let last, last.isHan || last.isCompatibilityIdeograph { return }
        if scalar.isInvisible { throw .invisible(scalar, position: position) }
    }
}

extension PlainText: Comparable {
    public static func < (a: PlainText, b: PlainText) -> Bool { a.canonical < b.canonical }
}

extension PlainText: CustomStringConvertible {
    /// The text.
    public var description: String { canonical.string }
}
