import Postgres
import Store
import Zones

extension PolicyStore {
    /// What a version says.
    public static func provisions(_ session: Session, _ head: VersionHead) throws -> PolicyVersion {
        PolicyVersion(
            policy: head.policy.text,
            code: head.code.text,
            anchor: head.anchor,
            validFrom: head.validFrom,
            validUntil: head.validUntil,
            lateClaimUntil: head.lateClaimUntil,
            parameters: try parameters(session, head),
            clauses: try clauses(session, head),
            benefits: try benefits(session, head)
        )
    }

    private static func parameters(_ session: Session, _ head: VersionHead) throws -> [Parameter] {
        try session.connection.rows(
            """
            select code, type, unit, value, valid_from, article, basis, assumed from eligibility.parameter
            where version_id = \(head.id) order by code, valid_from nulls first
            """,
            as: (String, FactType, String?, String, Day?, String, String?, Bool).self
        ).map {
            Parameter(
                code: $0.0,
                type: $0.1,
                unit: $0.2,
                text: $0.3,
                from: $0.4,
                article: $0.5,
                basis: $0.6,
                isAssumed: $0.7
            )
        }
    }

    private static func clauses(_ session: Session, _ head: VersionHead) throws -> [Clause] {
        try session.connection.rows(
            """
            select code, group_code, alternative, condition, article, wording_zh, wording_en, cure
            from eligibility.clause where version_id = \(head.id) order by position
            """,
            as: (String, String, Int32, String, String, String, String, Cure).self
        ).map { code, group, alternative, condition, article, zh, en, cure in
            Clause(
                code: code,
                group: group,
                alternative: Int(alternative),
                condition: condition,
                article: article,
                wordingZh: zh,
                wordingEn: en,
                cure: cure
            )
        }
    }

    private static func benefits(_ session: Session, _ head: VersionHead) throws -> [Benefit] {
        let texts = try session.connection.rows(
            """
            select code, kind, name_zh, name_en, article, amount, condition, ending, cap, months
            from eligibility.benefit where version_id = \(head.id) order by position
            """,
            as: (String, BenefitKind, String, String, String, String, String?, String?, String?, String?).self
        )
        let terms = try session.connection.rows(
            """
            select stage, cap_scope, once_per, spread_ppm, subsidy_ppm, subsidised_years, payers
            from eligibility.benefit where version_id = \(head.id) order by position
            """,
            as: (Int32?, Scope?, [String], Rate?, Rate?, Int32?, [String]).self
        )
        return zip(texts, terms).map { text, term in
            Benefit(
                code: text.0,
                kind: text.1,
                nameZh: text.2,
                nameEn: text.3,
                article: text.4,
                amount: text.5,
                condition: text.6,
                ending: text.7,
                stage: term.0.map(Int.init),
                cap: text.8,
                capScope: term.1,
                oncePer: term.2.compactMap(Scope.init),
                months: text.9,
                spread: term.3,
                subsidy: term.4,
                subsidisedYears: term.5.map(Int.init),
                payers: term.6.compactMap(Benefit.Payer.init(stored:))
            )
        }
    }

    public static func cases(_ session: Session, _ head: VersionHead) throws -> [WorkedCase] {
        try session.connection.rows(
            """
            select code, as_of, facts, verdict, amount_fen, source from eligibility.worked_case
            where version_id = \(head.id) order by code
            """,
            as: (String, Day, String, String, Money?, String?).self
        ).compactMap { row in
            Ternary(word: row.3).map {
                WorkedCase(code: row.0, asOf: row.1, facts: row.2, verdict: $0, amount: row.4, source: row.5)
            }
        }
    }
}

extension Benefit.Payer {
    /// `layer=parts per million`
    init?(stored text: String) {
        let parts = text.split(separator: "=")
        guard parts.count == 2, let share = Int64(parts[1]) else { return nil }
        self.init(layer: String(parts[0]), share: Rate(partsPerMillion: share))
    }

    var stored: String { layer + "=\(share.partsPerMillion)" }

    /// As it is written: `city=50`, in percent; nil for another form.
    public init?(_ text: String) {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false)
        guard parts.count == 2, Benefit.Payer.layers.contains(String(parts[0])),
            let share = try? Rate(percent: String(parts[1]))
        else { return nil }
        self.init(layer: String(parts[0]), share: share)
    }

    public static let layers = ["nation", "province", "city", "zone", "project_zone", "bank", "other"]
}
