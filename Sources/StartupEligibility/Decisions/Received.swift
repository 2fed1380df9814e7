import Zones

/// What was paid before under a policy.
public struct Received: Sendable, Hashable {
    public let policy: String
    /// Nil where the record does not tell which of the policy's benefits it was.
    public let benefit: String?
    /// Who had it, seen from the applicant.
    public let scope: Scope
    /// Nil where the record does not tell how much it was.
    public let amount: Money?

    public init(policy: String, benefit: String?, scope: Scope, amount: Money?) {
        self.policy = policy
        self.benefit = benefit
        self.scope = scope
        self.amount = amount
    }
}

extension Received {
    /// The list of facts that says what was received.
    static let list = "subsidies"

    /// What is on record under a policy; a list that is not known tells nothing.
    static func all(of policy: String, in facts: FactSheet, _ catalogue: FactCatalogue) -> [Received] {
        guard let slot = catalogue.slot(list), case .rows(let rows) = facts.values[slot],
            let policyColumn = catalogue.column("policy", of: list),
            let benefit = catalogue.column("benefit", of: list), let scope = catalogue.column("had_by", of: list),
            let amount = catalogue.column("amount", of: list)
        else { return [] }
        return rows.compactMap { row in
            guard row[policyColumn] == .code(policy), let scope = row[scope].word.flatMap(Scope.init) else {
                return nil
            }
            return Received(
                policy: policy,
                benefit: row[benefit].word,
                scope: scope,
                amount: row[amount].number.map { Money(fen: $0) }
            )
        }
    }

    /// What a scope had in all.
    static func sum(_ received: [Received], over scope: Scope?) -> Bounds {
        received.reduce(Bounds(0)) { sum, received in
            guard (scope ?? .person).covers(received.scope) else { return sum }
            return sum + (received.amount.map { Bounds($0.fen) } ?? .someCount)
        }
    }
}

extension Scope {
    /// Whether what `other` had counts for this: a family is the person and who is theirs.
    func covers(_ other: Scope) -> Bool { self == other || (self == .family && other == .person) }
}

extension FactValue {
    var word: String? {
        if case .code(let word) = self { word } else { nil }
    }
}
