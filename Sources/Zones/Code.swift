/// A key that people chose or a sequence gave: `E-2026-000123`, `砺剑班3期`, `ETDZ`.
///
/// One to 40 of ASCII letters and digits, Han ideographs, `-`, `_` and `.`; the first is neither `-` (it would read as
/// an option) nor `@` (a reference in a session). Upper and lower case differ. Every such text has one spelling in
/// bytes, so comparing needs no normal form.
public struct Code: Sendable, Hashable {
    /// The code as written.
    public let text: String

    /// The longest code, in characters.
    public static let limit = 40

    /// A code; refuses what the rule above does not allow.
    public init(_ text: String) throws(CodeRefusal) {
        guard !text.isEmpty else { throw .empty }
        let scalars = text.unicodeScalars
        if let first = scalars.first, first == "-" || first == "@" { throw .firstCharacter(first) }
        for (index, scalar) in scalars.enumerated() {
            guard index < Code.limit else { throw .tooLong(limit: Code.limit) }
            guard Code.allows(scalar) else { throw .character(scalar, position: index + 1) }
        }
        self.text = text
    }

    private static func allows(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": true
        default: scalar.isHan
        }
    }
}

/// Why a text is no `Code`.
public enum CodeRefusal: Error, Sendable, Hashable {
    /// Nothing was given.
    case empty
    /// Longer than the limit, in characters.
    case tooLong(limit: Int)
    /// It starts with `-` or `@`.
    case firstCharacter(Unicode.Scalar)
    /// A character that codes do not have; positions count from 1.
    case character(Unicode.Scalar, position: Int)
}

extension Code: Comparable {
    public static func < (a: Code, b: Code) -> Bool { a.text < b.text }
}

extension Code: CustomStringConvertible {
    /// The code as written.
    public var description: String { text }
}
