import Zones

/// What a document, notice, deadline or event is about: a noun and the key of one thing of it, such as
/// `enrollment:E-2024-000003`.
public struct Subject: Sendable, Hashable, CustomStringConvertible {
    public let noun: String
    public let key: String

    public init(_ noun: String, _ key: String) {
        self.noun = noun
        self.key = key
    }

    /// Reads `noun:key`; nil when there is no colon between two texts.
    public init?(_ text: String) {
        guard let colon = text.firstIndex(of: ":"), colon != text.startIndex else { return nil }
        let key = text[text.index(after: colon)...]
        guard !key.isEmpty else { return nil }
        self.init(String(text[..<colon]), String(key))
    }

    public var text: String { "\(noun):\(key)" }
    public var description: String { text }
}
