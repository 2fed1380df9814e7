/// A name of a schema, table, column or database that may stand in a statement's text.
///
/// Made only from text that was compiled in, or from text of a form that cannot be anything but a plain lower-case name.
public struct Identifier: Sendable, Hashable {
    public let name: String

    public init(_ name: StaticString) {
        self.name = name.description
    }

    /// Nil unless `name` is a lower-case letter followed by at most 62 letters, digits and underscores.
    public init?(validating name: String) {
        let octets = name.utf8
        guard let first = octets.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first), octets.count <= 63
        else {
            return nil
        }
        for octet in octets {
            switch octet {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                continue
            default: return nil
            }
        }
        self.name = name
    }
}
