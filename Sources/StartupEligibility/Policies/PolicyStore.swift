import Postgres
import Store
import Zones

/// The register of policies and of what their versions say.
public enum PolicyStore {
    private static let columns: Statement = """
        select p.code, p.subject, p.title_zh, p.title_en, p.authority, p.document_number, p.source, p.confidence,
            array(select z.code from eligibility.policy_zone pz join core.zone z on z.id = pz.zone_id
                where pz.policy_id = p.id order by z.code)
        from eligibility.policy p
        """

    /// All policies by code; with `zone` those that apply to it.
    public static func list(_ session: Session, zone: ZoneCode? = nil) throws -> [Policy] {
        try rows(session, columns + " order by p.code").filter { zone.map($0.zones.contains) ?? true }
    }

    /// - Throws: `CoreRejection.missing`
    public static func show(_ session: Session, _ code: Code) throws -> Policy {
        guard let policy = try rows(session, columns + " where p.code = \(code)").first else {
            throw CoreRejection.missing(noun: "policy", key: code.text)
        }
        return policy
    }

    private static func rows(_ session: Session, _ statement: Statement) throws -> [Policy] {
        try session.connection.rows(
            statement,
            as: (Code, FactSubject, String, String, String, String?, String, Confidence, [ZoneCode]).self
        ).map {
            Policy(
                code: $0.0,
                subject: $0.1,
                titleZh: $0.2,
                titleEn: $0.3,
                authority: $0.4,
                documentNumber: $0.5,
                source: $0.6,
                confidence: $0.7,
                zones: $0.8
            )
        }
    }

    /// The versions of a policy, the newest first.
    public static func versions(_ session: Session, _ policy: Code) throws -> [VersionHead] {
        try session.connection.rows(
            """
            select v.id, p.code, v.code, v.state, v.anchor, v.valid_from, v.valid_until, v.late_claim_until, v.transition,
                v.revision
            from eligibility.version v join eligibility.policy p on p.id = v.policy_id
            where p.code = \(policy) order by v.valid_from desc, v.id desc
            """,
            as: (Int64, Code, Code, VersionState, String, Day, Day?, Day?, String?, Int32).self
        ).map {
            VersionHead(
                policy: $0.1,
                code: $0.2,
                state: $0.3,
                anchor: Anchor($0.4),
                validFrom: $0.5,
                validUntil: $0.6,
                lateClaimUntil: $0.7,
                transition: $0.8,
                revision: Int($0.9),
                id: $0.0
            )
        }
    }

    /// - Throws: `CoreRejection.missing`
    public static func version(_ session: Session, _ policy: Code, _ code: Code) throws -> VersionHead {
        guard let head = try versions(session, policy).first(where: { $0.code == code }) else {
            throw CoreRejection.missing(noun: "version", key: policy.text + " " + code.text)
        }
        return head
    }
}
