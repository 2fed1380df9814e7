import Postgres
import Store
import Zones

/// What belongs to one claim: its award by layers, reviews, objections and documents to bring.
public struct ClaimFile: Sendable, Hashable {
    public struct Part: Sendable, Hashable {
        /// As the policy names it, `project_zone` for where the project is held.
        public let layer: String
        public let share: Rate
        /// Of the budget that pays; nil when it is another zone's.
        public let budget: String?
        public let amount: Money
        public let reserved: Money
        public let paid: Money
    }

    public struct Taken: Sendable, Hashable {
        public let round: String
        public let step: String
        public let by: String
        public let outcome: String
        public let reason: String?
        public let at: Instant
    }

    public struct Objection: Sendable, Hashable {
        public let number: Int
        public let at: Instant
        public let by: String
        public let reason: String
        public let outcome: String?
        public let answer: String?
    }

    public struct Required: Sendable, Hashable {
        public let code: String
        public let title: Claim.Bilingual
        public let document: String?
        public let promisedUntil: Day?
    }

    public let parts: [Part]
    public let reviews: [Taken]
    public let objections: [Objection]
    public let required: [Required]
}

/// Reads what belongs to one claim of the active zone.
public enum ClaimFileStore {
    public static func show(_ session: Session, _ claim: Code) throws -> ClaimFile {
        ClaimFile(
            parts: try parts(session, claim),
            reviews: try reviews(session, claim),
            objections: try objections(session, claim),
            required: try required(session, claim)
        )
    }

    private static func parts(_ session: Session, _ claim: Code) throws -> [ClaimFile.Part] {
        try session.connection.rows(
            """
            select p.layer, p.share_ppm, b.code, p.amount_fen, p.reserved_fen, p.paid_fen
            from eligibility.award_part p
            join eligibility.award a on a.zone_id = p.zone_id and a.id = p.award_id and a.state <> 'released'
            join eligibility.claim c on c.zone_id = a.zone_id and c.id = a.claim_id
            left join eligibility.budget b on b.id = p.budget_id
            where c.code = \(claim) order by p.position
            """,
            as: (String, Int64, String?, Money, Money, Money).self
        ).map {
            ClaimFile.Part(
                layer: $0.0,
                share: Rate(partsPerMillion: $0.1),
                budget: $0.2,
                amount: $0.3,
                reserved: $0.4,
                paid: $0.5
            )
        }
    }

    private static func reviews(_ session: Session, _ claim: Code) throws -> [ClaimFile.Taken] {
        try session.connection.rows(
            """
            select r.subject, r.step, r.reviewed_by, r.outcome, r.reason, r.at from core.review r
            where r.subject = \("claim:" + claim.text) or r.subject ^@ \("claim:" + claim.text + "/") order by r.id
            """,
            as: (String, String, String, String, String?, Instant).self
        ).map {
            let parts = $0.0.split(separator: "/")
            return ClaimFile.Taken(
                round: parts.count > 1 ? String(parts[1]) : "1",
                step: $0.1,
                by: $0.2,
                outcome: $0.3,
                reason: $0.4,
                at: $0.5
            )
        }
    }

    private static func objections(_ session: Session, _ claim: Code) throws -> [ClaimFile.Objection] {
        try session.connection.rows(
            """
            select o.number, o.at, o.raised_by, o.reason, o.outcome, o.answer from eligibility.claim_objection o
            join eligibility.claim c on c.zone_id = o.zone_id and c.id = o.claim_id
            where c.code = \(claim) order by o.number
            """,
            as: (Int32, Instant, String, String, String?, String?).self
        ).map {
            ClaimFile.Objection(number: Int($0.0), at: $0.1, by: $0.2, reason: $0.3, outcome: $0.4, answer: $0.5)
        }
    }

    private static func required(_ session: Session, _ claim: Code) throws -> [ClaimFile.Required] {
        try session.connection.rows(
            """
            select r.code, r.title_zh, r.title_en, r.document_code, r.promised_until from eligibility.claim_requirement r
            join eligibility.claim c on c.zone_id = r.zone_id and c.id = r.claim_id
            where c.code = \(claim) order by r.position
            """,
            as: (String, String, String, String?, Day?).self
        ).map {
            ClaimFile.Required(
                code: $0.0,
                title: Claim.Bilingual(zh: $0.1, en: $0.2),
                document: $0.3,
                promisedUntil: $0.4
            )
        }
    }
}
