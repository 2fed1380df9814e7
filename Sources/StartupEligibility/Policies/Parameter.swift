import Zones

/// A number, amount, day or word that a policy sets and clauses name as `$code`.
public struct Parameter: Sendable, Hashable {
    public let code: String
    public let type: FactType
    /// As of a fact: what an integer counts.
    public let unit: String?
    /// As it is written in the fact's type.
    public let text: String
    /// From which day on; nil from the version's beginning. A later row takes the place of an earlier one.
    public let from: Day?
    /// The article that sets it.
    public let article: String
    /// The legal basis, where it is another document than the policy's.
    public let basis: String?
    /// Not published: every answer that rests on it says so.
    public let isAssumed: Bool

    public init(
        code: String,
        type: FactType,
        unit: String? = nil,
        text: String,
        from: Day? = nil,
        article: String,
        basis: String? = nil,
        isAssumed: Bool = false
    ) {
        self.code = code
        self.type = type
        self.unit = unit
        self.text = text
        self.from = from
        self.article = article
        self.basis = basis
        self.isAssumed = isAssumed
    }
}
