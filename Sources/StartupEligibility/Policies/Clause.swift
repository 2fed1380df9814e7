import Store

/// Who can bring it about that a clause holds.
public enum Cure: String, Sendable, Hashable, CaseIterable {
    case applicant, time, nobody
}

extension Cure: PostgresText {}

/// One condition of a policy. All groups must hold; a group holds by any of its alternatives, an alternative by all of
/// its clauses.
public struct Clause: Sendable, Hashable {
    public let code: String
    public let group: String
    public let alternative: Int
    /// The condition as written; `Expression` has the grammar.
    public let condition: String
    /// The article that demands it.
    public let article: String
    public let wordingZh: String
    public let wordingEn: String
    public let cure: Cure

    public init(
        code: String,
        group: String? = nil,
        alternative: Int = 1,
        condition: String,
        article: String,
        wordingZh: String,
        wordingEn: String = "",
        cure: Cure
    ) {
        self.code = code
        self.group = group ?? code
        self.alternative = alternative
        self.condition = condition
        self.article = article
        self.wordingZh = wordingZh
        self.wordingEn = wordingEn
        self.cure = cure
    }
}
