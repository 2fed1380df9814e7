/// One SQL statement with its parameters.
///
/// A string literal is a statement; an interpolated value is a parameter that the server receives apart from the text.
/// Only an `Identifier` becomes part of the text.
public struct Statement: Sendable, Hashable, ExpressibleByStringInterpolation {
    /// The text with `$1`, `$2`, … where parameters stand.
    public internal(set) var text: String
    public internal(set) var parameters: Parameters
    /// Where each `$n` begins in the text's UTF-8, so that two statements can be joined.
    var placeholders: [Int]

    public init(stringLiteral text: StaticString) {
        self.text = text.description
        self.parameters = Parameters()
        self.placeholders = []
    }

    public init(stringInterpolation: StringInterpolation) {
        self.text = stringInterpolation.text
        self.parameters = stringInterpolation.parameters
        self.placeholders = stringInterpolation.placeholders
    }

    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var text = ""
        @usableFromInline var parameters = Parameters()
        var placeholders: [Int] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            text.reserveCapacity(literalCapacity + interpolationCount * 4)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { text += String(decoding: $0, as: UTF8.self) }
        }

        /// Binds a value as the next parameter.
        @inlinable
        public mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value) {
            parameters.append(value)
            appendPlaceholder()
        }

        /// Binds a value, or NULL, as the next parameter.
        @inlinable
        public mutating func appendInterpolation<Value: PostgresEncodable>(_ value: Value?) {
            parameters.append(value)
            appendPlaceholder()
        }

        /// Writes a name into the text, quoted.
        public mutating func appendInterpolation(_ identifier: Identifier) {
            text += "\"\(identifier.name)\""
        }

        @usableFromInline
        mutating func appendPlaceholder() {
            placeholders.append(text.utf8.count)
            text += "$"
            text += String(parameters.count)
        }
    }

    /// One statement after the other in one text, the second one's parameters numbered on.
    public static func + (first: Statement, second: Statement) -> Statement {
        var joined = first
        let octets = Array(second.text.utf8)
        var copied = 0
        for (index, placeholder) in second.placeholders.enumerated() {
            joined.text += String(decoding: octets[copied..<placeholder], as: UTF8.self)
            joined.placeholders.append(joined.text.utf8.count)
            joined.text += "$\(first.parameters.count + index + 1)"
            copied = placeholder + 1 + "\(index + 1)".utf8.count
        }
        joined.text += String(decoding: octets[copied...], as: UTF8.self)
        joined.parameters.append(contentsOf: second.parameters)
        return joined
    }
}
