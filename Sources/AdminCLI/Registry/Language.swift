/// A language in which people are answered; machine output has none.
public enum Language: String, Sendable, CaseIterable {
    case zh, en
}

/// One sentence or phrase for people, in every language there is.
public struct Text: Sendable, Hashable {
    public let zh: String
    public let en: String

    public init(_ zh: String, _ en: String) {
        self.zh = zh
        self.en = en
    }

    public subscript(language: Language) -> String {
        switch language {
        case .zh: zh
        case .en: en
        }
    }
}
