/// A value to be written as JSON (RFC 8259).
public indirect enum JSON: Sendable, Hashable {
    case null
    case bool(Bool)
    case integer(Int64)
    case string(String)
    case array([JSON])
    case object(JSONObject)

    /// The value on one line.
    var text: String {
        switch self {
        case .null: "null"
        case .bool(let value): value ? "true" : "false"
        case .integer(let value): String(value)
        case .string(let value): Self.quoted(value)
        case .array(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
        case .object(let object): object.text
        }
    }

    /// A JSON string. Also escapes DEL, C1, bidi characters and U+2028/9, which JSON allows but screens and scripts
    /// do not bear.
    static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case "\r": quoted += "\\r"
            default:
                switch ScalarKind(scalar.value) {
                case .plain, .wideSpace: quoted.unicodeScalars.append(scalar)
                case .control, .bidi, .separator, .byteOrderMark:
                    let hex = String(scalar.value, radix: 16)
                    quoted += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
                }
            }
        }
        return quoted + "\""
    }
}

/// Keys and values in the order in which they were set.
public struct JSONObject: Sendable, Hashable {
    private var pairs: [Pair] = []

    public init() {}

    private struct Pair: Sendable, Hashable {
        let key: String
        let value: JSON
    }

    /// Adds a key; the same key must not be added twice.
    public mutating func set(_ key: String, _ value: JSON) {
        pairs.append(Pair(key: key, value: value))
    }

    var text: String {
        "{" + pairs.map { JSON.quoted($0.key) + ":" + $0.value.text }.joined(separator: ",") + "}"
    }
}
