import Zones

/// One piece of a condition or formula.
struct Token: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case word(String)
        case number(String)
        case day(Day)
        /// `$name`
        case parameter(String)
        /// `>=`, `(`, `,` …
        case symbol(String)
        case end
    }

    let kind: Kind
    /// Counted in characters from 1.
    let position: Int
}

extension Token {
    /// The tokens of a text, with `.end` at the end.
    ///
    /// - Throws: `ExpressionFault.syntax` at a character that no token begins with
    static func read(_ text: String) throws(ExpressionFault) -> [Token] {
        let scalars = Array(text.unicodeScalars)
        var tokens: [Token] = []
        var index = 0
        while index < scalars.count {
            let start = index
            guard scalars[index] != " " else { index += 1; continue }
            if isWord(scalars[index]) {
                index = end(of: start, in: scalars)
                let piece = String(String.UnicodeScalarView(scalars[start..<index]))
                tokens.append(Token(kind: kind(of: piece), position: start + 1))
            } else if scalars[index] == "$" {
                index = end(of: start + 1, in: scalars)
                let name = String(String.UnicodeScalarView(scalars[(start + 1)..<index]))
                guard !name.isEmpty else { throw .syntax(position: start + 1, expected: "$name") }
                tokens.append(Token(kind: .parameter(name), position: start + 1))
            } else {
                let symbol = try symbol(at: start, scalars)
                index += symbol.length
                tokens.append(Token(kind: .symbol(symbol.text), position: start + 1))
            }
        }
        return tokens + [Token(kind: .end, position: scalars.count + 1)]
    }

    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "_": true
        default: scalar.properties.isIdeographic
        }
    }

    /// Where a word ends: `.` and `-` belong to it between letters or digits, as in `hires.start_on` and `2024-01-01`.
    private static func end(of start: Int, in scalars: [Unicode.Scalar]) -> Int {
        var index = start
        while index < scalars.count {
            let joins = scalars[index] == "." || scalars[index] == "-"
            guard isWord(scalars[index]) || (joins && index + 1 < scalars.count && isWord(scalars[index + 1])) else {
                break
            }
            index += 1
        }
        return index
    }

    private static func kind(of piece: String) -> Kind {
        if piece.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") }) { return .number(piece) }
        if let day = try? Day(iso: piece) { return .day(day) }
        return .word(piece)
    }

    private static let symbols: [(Unicode.Scalar, String)] = [
        ("=", "="), ("≠", "!="), ("<", "<"), ("≤", "<="), (">", ">"), ("≥", ">="), ("(", "("), (")", ")"), (",", ","),
        (":", ":"), ("+", "+"), ("-", "-"), ("*", "*"),
    ]

    private static func symbol(
        at index: Int,
        _ scalars: [Unicode.Scalar]
    ) throws(ExpressionFault) -> (text: String, length: Int) {
        let next: Unicode.Scalar? = index + 1 < scalars.count ? scalars[index + 1] : nil
        switch (scalars[index], next) {
        case ("!", "="?): return ("!=", 2)
        case ("<", "="?): return ("<=", 2)
        case (">", "="?): return (">=", 2)
        default: break
        }
        guard let found = symbols.first(where: { $0.0 == scalars[index] }) else {
            throw .syntax(position: index + 1, expected: "")
        }
        return (found.1, 1)
    }
}
