import Postgres
import Store
import Zones

/// How claims go and whom they reach, each figure with the number of cases behind it.
public enum ClaimFigureStore {
    /// Days that a step took against those promised.
    public struct Pace: Sendable, Hashable {
        public let policy: Code
        public let step: String
        public let count: Int
        public let unit: String
        public let promised: Int
        public let mean: String
        public let longest: Int
        public let late: Int
    }

    /// Who was granted how much.
    public struct Reach: Sendable, Hashable {
        public let policy: Code
        public let group: String
        public let count: Int
        public let granted: Money
        public let paid: Money
    }

    /// By what beneficiaries are grouped.
    public enum Grouping: String, Sendable, Hashable, CaseIterable {
        case kind, industry, zone
    }

    /// Steps of claims that were done, by policy and step.
    public static func pace(_ session: Session) throws -> [Pace] {
        try session.connection.rows(
            """
            with done as (
                select p.code as policy, split_part(d.leg, '/', 1) as step, d.unit, d.days, d.due_on, d.met_on,
                    (select count(*) from generate_series(d.started_on + 1, d.met_on, interval '1 day') as g (day)
                        where d.unit = 'calendar' or coalesce(
                            (select k.kind = 'workday' from core.calendar_day k where k.day = g.day::date),
                            extract(isodow from g.day) < 6)) as took
                from core.deadline d
                join eligibility.claim c on c.zone_id = d.zone_id and d.subject = 'claim:' || c.code
                join eligibility.policy p on p.id = c.policy_id
                where d.met_on is not null
            )
            select policy, step, count(*), unit, max(days), round(avg(took), 1)::text, max(took), count(*) filter (where met_on > due_on)
            from done group by policy, step, unit order by policy, min(days), step
            """,
            as: (Code, String, Int64, String, Int32, String, Int64, Int64).self
        ).map {
            Pace(
                policy: $0.0,
                step: $0.1,
                count: Int($0.2),
                unit: $0.3,
                promised: Int($0.4),
                mean: $0.5,
                longest: Int($0.6),
                late: Int($0.7)
            )
        }
    }

    /// Awards that stand, by the organization's kind or industry, or by zone; `-` where it is not known.
    public static func reach(_ session: Session, by grouping: Grouping) throws -> [Reach] {
        try session.connection.rows(
            """
            select p.code, coalesce(case \(grouping.rawValue) when 'kind' then o.kind when 'industry' then o.industry else z.code end,
                '-'), count(*), sum(a.amount_fen)::bigint, coalesce(sum((
                    select sum(t.paid_fen) from eligibility.award_part t where t.zone_id = a.zone_id and t.award_id = a.id)), 0)::bigint
            from eligibility.award a
            join eligibility.claim c on c.zone_id = a.zone_id and c.id = a.claim_id
            join eligibility.policy p on p.id = a.policy_id
            join core.zone z on z.id = a.zone_id
            left join core.organization o on o.zone_id = c.zone_id and o.id = c.organization_id
            where a.state in ('reserved', 'ended') group by 1, 2 order by 1, 3 desc, 2
            """,
            as: (Code, String, Int64, Money, Money).self
        ).map { Reach(policy: $0.0, group: $0.1, count: Int($0.2), granted: $0.3, paid: $0.4) }
    }
}
