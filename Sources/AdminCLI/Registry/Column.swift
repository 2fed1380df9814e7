/// One column of a command's output; the order of columns is a contract, new ones go last.
public struct Column: Sendable, Hashable {
    /// What a column holds: decides alignment on a terminal and the JSON type.
    public enum Kind: String, Sendable, CaseIterable {
        case text, code, integer, money, rate, day, instant, flag
    }

    /// The name in machine output: `--header`, JSON keys, CSV header; never localised.
    public let name: String
    /// The heading of a table on a terminal.
    public let heading: Text
    public let kind: Kind

    /// A column with headings in Chinese and English.
    public init(_ name: String, _ zh: String, _ en: String, _ kind: Kind = .text) {
        self.name = name
        heading = Text(zh, en)
        self.kind = kind
    }

    /// A column whose name also serves as its English heading.
    public init(_ name: String, _ zh: String, _ kind: Kind = .text) {
        // By octets: every command makes all columns of the registry.
        let octets = name.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: " ") : $0 }
        self.init(name, zh, String(decoding: octets, as: UTF8.self), kind)
    }
}
