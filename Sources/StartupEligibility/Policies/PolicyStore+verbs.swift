import Postgres
import Store
import Zones

/// A version of a policy by its two codes.
public struct VersionKey: Sendable, Hashable {
    public let policy: Code
    public let version: Code

    public init(policy: Code, version: Code) {
        self.policy = policy
        self.version = version
    }
}

extension PolicyStore {
    /// A new policy; `code` nil lets one be made. Refused with `ELG01` for a code that is taken.
    public static func add(_ policy: Policy, code: Code?) -> Verb<String> {
        verb { request in
            """
            select eligibility.add_policy(\(request), \(code), \(policy.subject), \(policy.titleZh), \(policy.titleEn),
                \(policy.authority), \(policy.documentNumber), \(policy.source), \(policy.confidence),
                \(policy.zones.map(\.text)))
            """
        }
    }

    /// A draft of what a policy says from a day on. Refused with `ELG04` for an end before the start.
    public static func addVersion(
        _ key: VersionKey,
        anchor: String,
        from: Day,
        until: Day?,
        lateClaimUntil: Day?,
        transition: String?
    ) -> Verb<String> {
        verb { request in
            """
            select eligibility.add_version(\(request), \(key.policy), \(key.version), \(anchor), \(from), \(until),
                \(lateClaimUntil), \(transition))
            """
        }
    }

    /// Adds a parameter to a draft. Refused with `ELG02` for a published version.
    public static func add(_ parameter: Parameter, to key: VersionKey) -> Verb<String> {
        verb { request in
            """
            select eligibility.add_parameter(\(request), \(key.policy), \(key.version), \(parameter.code),
                \(parameter.from), \(parameter.type), \(parameter.unit), \(parameter.text), \(parameter.article),
                \(parameter.basis), \(parameter.isAssumed))
            """
        }
    }

    /// Adds a clause to a draft, after those that it has.
    ///
    /// - Throws: `EligibilityRejection.misread` (`ELG06`) for a condition that cannot be read
    public static func add(_ clause: Clause, to key: VersionKey) throws(EligibilityRejection) -> Verb<String> {
        try EligibilityRejection.reading { () throws(ExpressionFault) in _ = try Parser.condition(clause.condition) }
        return verb { request in
            """
            select eligibility.add_clause(\(request), \(key.policy), \(key.version), \(clause.code), \(clause.group),
                \(Int32(clamping: clause.alternative)), \(clause.condition), \(clause.article), \(clause.wordingZh),
                \(clause.wordingEn), \(clause.cure))
            """
        }
    }

    /// Adds a benefit to a draft.
    ///
    /// - Throws: `EligibilityRejection.misread` (`ELG06`) for a formula that cannot be read
    public static func add(_ benefit: Benefit, to key: VersionKey) throws(EligibilityRejection) -> Verb<String> {
        try EligibilityRejection.reading { () throws(ExpressionFault) in
            for formula in [benefit.amount, benefit.cap, benefit.months] {
                if let formula { _ = try Parser.formula(formula) }
            }
            for condition in [benefit.condition, benefit.ending] {
                if let condition { _ = try Parser.conditions(condition) }
            }
        }
        return verb { request in
            """
            select eligibility.add_benefit(\(request), \(key.policy), \(key.version), \(benefit.code), \(benefit.kind),
                \(benefit.nameZh), \(benefit.nameEn), \(benefit.article), \(benefit.amount), \(benefit.condition),
                \(benefit.ending),
                \(benefit.stage.map { Int32(clamping: $0) }), \(benefit.cap), \(benefit.capScope),
                \(benefit.oncePer.map(\.rawValue)), \(benefit.months), \(benefit.spread), \(benefit.subsidy),
                \(benefit.subsidisedYears.map { Int32(clamping: $0) }), \(benefit.payers.map(\.stored)))
            """
        }
    }

    /// Adds a worked case to a draft.
    public static func add(_ example: WorkedCase, to key: VersionKey) -> Verb<String> {
        verb { request in
            """
            select eligibility.add_case(\(request), \(key.policy), \(key.version), \(example.code), \(example.asOf),
                \(example.facts), \(example.verdict.word), \(example.amount), \(example.source))
            """
        }
    }

    /// Puts a draft into force as it was checked.
    ///
    /// Refused with `ELG03` where another version holds, `ELG09` for who wrote at it, `ELG10` for zones of others.
    public static func publish(_ key: VersionKey, checked revision: Int) -> Verb<String> {
        verb { request in
            """
            select eligibility.publish_version(\(request), \(key.policy), \(key.version), \(Int32(clamping: revision)))
            """
        }
    }

    static func verb(_ statement: @escaping @Sendable (Request) -> Statement) -> Verb<String> {
        Verb(refusedAs: EligibilityRejection.self, statement) { columns throws(AnswerFault) in try columns.column(0) }
    }
}
