import Postgres
import Store
import Zones

/// The claims of the active zone.
public enum ClaimStore {
    /// What to list; nil does not filter.
    public struct Filter: Sendable, Hashable {
        public var state: ClaimState?
        public var policy: Code?
        public var applicant: Code?

        public init(state: ClaimState? = nil, policy: Code? = nil, applicant: Code? = nil) {
            self.state = state
            self.policy = policy
            self.applicant = applicant
        }
    }

    /// A claim that silence made received reads as received, although nobody touched it yet.
    private static func columns(_ today: Day) -> Statement {
        """
        select c.code, case when q.due_on is null then c.state else 'received' end, coalesce(k.code, p.code, o.code),
            coalesce(k.name, p.name, o.name), pol.code, pol.title_zh, pol.title_en, v.code, c.benefit_code, b.name_zh, b.name_en,
            a.amount_fen, c.applied_on, coalesce(c.received_on, q.due_on), c.deemed or q.due_on is not null, c.published_on,
            c.notice_until, c.closed_on, d.code, c.round, c.entered_by,
            array(select r.reviewed_by from core.review r where r.zone_id = c.zone_id
                and r.subject = 'claim:' || c.code || case when c.round > 1 then '/' || c.round else '' end),
            s.code, s.kind, s.title_zh, s.title_en, s.actor,
            (select min(t.due_on) from core.deadline t where t.zone_id = c.zone_id and t.subject = 'claim:' || c.code
                and t.met_on is null and t.paused_on is null and q.due_on is null),
            array(select m.code from eligibility.claim_requirement m where m.claim_id = c.id and m.document_code is null
                and m.promised_until is null order by m.position),
            (select min(m.promised_until) from eligibility.claim_requirement m where m.claim_id = c.id and m.document_code is null),
            (select count(*) from eligibility.claim_objection j where j.claim_id = c.id and j.outcome is distinct from 'dismissed'),
            exists (select from eligibility.procedure n where n.version_id = c.version_id and n.kind = 'publish')
        from eligibility.claim c
        join eligibility.policy pol on pol.id = c.policy_id
        join eligibility.version v on v.id = c.version_id
        join eligibility.benefit b on b.version_id = c.version_id and b.code = c.benefit_code
        join eligibility.decision d on d.zone_id = c.zone_id and d.id = c.decision_id
        left join core.person p on p.zone_id = c.zone_id and p.id = c.person_id
        left join core.person k on k.id = p.merged_into
        left join core.organization o on o.zone_id = c.zone_id and o.id = c.organization_id
        left join eligibility.award a on a.zone_id = c.zone_id and a.claim_id = c.id and a.state <> 'released'
        left join lateral (
            select min(t.due_on) as due_on from core.deadline t
            where c.state = 'submitted' and t.zone_id = c.zone_id and t.subject = 'claim:' || c.code and t.met_on is null
                and t.due_on < \(today) and exists (
                    select from eligibility.deemed_version y where y.version_id = c.version_id and y.valid_from <= \(today))
            ) q on true
        left join lateral (
            select n.code, n.kind, n.title_zh, n.title_en, n.actor
            from eligibility.procedure n
            where n.version_id = c.version_id and n.kind in ('review', 'recheck')
                and (c.state in ('received', 'in_review') or q.due_on is not null) and not exists (
                    select from core.review r where r.zone_id = c.zone_id and r.step = n.code
                        and r.subject = 'claim:' || c.code || case when c.round > 1 then '/' || c.round else '' end)
            order by n.rank, n.position, n.code limit 1) s on true
        """
    }

    /// - Throws: `CoreRejection.missing`
    public static func show(_ session: Session, _ code: Code) throws -> Claim {
        guard let claim = try read(session, columns(session.today) + " where c.code = \(code)").first else {
            throw CoreRejection.missing(noun: "claim", key: code.text)
        }
        return claim
    }

    /// The claims that pass the filter, the oldest first.
    public static func list(_ session: Session, _ filter: Filter = Filter()) throws -> [Claim] {
        var statement = columns(session.today) + " where true"
        if let state = filter.state { statement = statement + " and c.state = \(state)" }
        if let policy = filter.policy { statement = statement + " and pol.code = \(policy)" }
        if let applicant = filter.applicant {
            statement = statement + " and coalesce(k.code, p.code, o.code) = \(applicant)"
        }
        return try read(session, statement + " order by c.id")
    }

    /// The claims that are under way between receipt and approval, the oldest due first.
    static func underReview(_ session: Session, policy: Code?) throws -> [Claim] {
        var statement =
            columns(session.today)
            + " where c.state in ('submitted', 'received', 'in_review', 'rechecked', 'in_notice')"
        if let policy { statement = statement + " and pol.code = \(policy)" }
        return try read(session, statement + " order by c.id").sorted {
            ($0.dueOn ?? $0.noticeUntil ?? .last) < ($1.dueOn ?? $1.noticeUntil ?? .last)
        }
    }

    private static func read(_ session: Session, _ statement: Statement) throws -> [Claim] {
        var claims: [Claim] = []
        try session.connection.read(statement) { row in
            claims.append(try claim(&row))
        }
        return claims
    }

    private static func claim(_ row: inout Row) throws -> Claim {
        let head = (
            try row.next(Code.self), try row.next(ClaimState.self), try row.next(Code.self), try row.next(String.self)
        )
        let policy = (try row.next(Code.self), try bilingual(&row), try row.next(Code.self))
        let benefit = (try row.next(String.self), try bilingual(&row), try row.next(Money?.self))
        let applied = (try row.next(Day?.self), try row.next(Day?.self), try row.next(Bool.self))
        let notice = (try row.next(Day?.self), try row.next(Day?.self), try row.next(Day?.self))
        let decision = (try row.next(Code.self), try row.next(Int32.self))
        let people = (try row.next([String].self), try row.next([String].self))
        let step = try step(&row)
        return Claim(
            code: head.0,
            state: head.1,
            applicant: head.2,
            name: head.3,
            policy: policy.0,
            policyTitle: policy.1,
            version: policy.2,
            benefit: benefit.0,
            benefitName: benefit.1,
            granted: benefit.2,
            appliedOn: applied.0,
            receivedOn: applied.1,
            isDeemed: applied.2,
            publishedOn: notice.0,
            noticeUntil: notice.1,
            closedOn: notice.2,
            decision: decision.0,
            round: Int(decision.1),
            enteredBy: people.0,
            reviewedBy: people.1,
            step: step,
            dueOn: try row.next(Day?.self),
            missing: try row.next([String].self),
            promisedUntil: try row.next(Day?.self),
            standingObjections: Int(try row.next(Int64.self)),
            isPublished: try row.next(Bool.self)
        )
    }

    private static func bilingual(_ row: inout Row) throws -> Claim.Bilingual {
        Claim.Bilingual(zh: try row.next(), en: try row.next())
    }

    private static func step(_ row: inout Row) throws -> Claim.Step? {
        let code: String? = try row.next()
        let kind: String? = try row.next()
        let title: (String?, String?) = (try row.next(), try row.next())
        let actor: String? = try row.next()
        return code.map {
            Claim.Step(
                code: $0,
                kind: kind ?? "",
                title: Claim.Bilingual(zh: title.0 ?? "", en: title.1 ?? ""),
                actor: actor ?? ""
            )
        }
    }
}
