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

    /// - Parameters:
    ///   - zh: the heading in Chinese
    ///   - en: the heading in English; the name itself if nil
    public init(_ name: String, _ zh: String, _ en: String? = nil, _ kind: Kind = .text) {
        self.name = name
        heading = Text(zh, en ?? name.replacing("_", by: " "))
        self.kind = kind
    }
}

extension String {
    fileprivate func replacing(_ old: Character, by new: Character) -> String {
        String(map { $0 == old ? new : $0 })
    }
}
