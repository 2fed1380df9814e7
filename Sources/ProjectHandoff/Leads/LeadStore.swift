import Postgres
import Store
import Zones

/// What a lead's right of first contact is worth on a day.
public enum LeadStanding: String, Sendable, Hashable, CaseIterable {
    /// Has the right of first contact.
    case first
    /// Has it, and will lose it soon unless something happens.
    case warned
    /// Lost it by silence, or its period is over.
    case lapsed
    /// Has none: another report came first, or there is no credit code to have it for.
    case none
}

/// A lead: a firm that somebody heard of.
public struct Lead: Sendable, Hashable {
    public let code: Code
    public let zone: ZoneCode
    public let organization: String
    public let creditCode: String?
    public let industry: String
    public let source: String
    public let registeredAt: Instant
    public let heartbeatOn: Day
    public let unit: Code?
    public let verdict: LeadStore.Verdict?
    public let project: Code?
    public let standing: LeadStanding
    /// The last day of the right, if nothing happens until then.
    public let protectedUntil: Day?
}

/// A dispute over first contact.
public struct Dispute: Sendable, Hashable {
    public let code: Code
    public let creditCode: String
    /// The zone that says so, and the one that has the right.
    public let by: ZoneCode
    public let against: ZoneCode
    public let reason: String
    public let raisedAt: Instant
    public let winner: ZoneCode?
    public let decision: String?
}

/// The active zone's leads; a joint office sees all.
public enum LeadStore {
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// It lands here.
        case land
        /// It is to be offered to another zone.
        case transfer
        case drop
    }

    /// Leads by code, with their standing on the session's business day.
    public static func list(_ session: Session) throws -> [Lead] {
        let today = session.today
        return try session.connection.rows(
            """
            select l.code, z.code, l.organization, l.credit_code, l.industry, l.source, l.registered_at, l.heartbeat_on,
                u.code, l.verdict, p.code, lower(c.period), upper(c.period) - 1, d.silence, d.warning
            from handoff.lead l join core.zone z on z.id = l.zone_id left join core.organization u on u.id = l.unit_id
            left join handoff.project p on p.id = l.project_id
            left join lateral (
                select f.period from handoff.first_claim f where f.lead_id = l.id order by lower(f.period) desc limit 1) as c on true
            cross join lateral (
                select max(w.days) filter (where w.code = 'silence') as silence,
                    max(w.days) filter (where w.code = 'silence_warning') as warning
                from handoff.period w where w.valid_from = (
                    select max(v.valid_from) from handoff.period v where v.code = w.code and v.valid_from <= \(today))) as d
            order by l.code limit 10000
            """,
            as: (
                Code, ZoneCode, String, String?, String, String, Instant, Day, Code?, Verdict?, Code?, Day?, Day?,
                Int32,
                Int32
            ).self
        ).map {
            let silent = try $0.7.adding(days: Int($0.13))
            let end = $0.12.map { last in min(last, silent) }
            return Lead(
                code: $0.0,
                zone: $0.1,
                organization: $0.2,
                creditCode: $0.3,
                industry: $0.4,
                source: $0.5,
                registeredAt: $0.6,
                heartbeatOn: $0.7,
                unit: $0.8,
                verdict: $0.9,
                project: $0.10,
                standing: standing(until: end, warning: Int($0.14), today: today),
                protectedUntil: end
            )
        }
    }

    static func standing(until end: Day?, warning: Int, today: Day) -> LeadStanding {
        guard let end else { return .none }
        return end < today ? .lapsed : today.days(until: end) < warning ? .warned : .first
    }

    /// The disputes that the active zone is a party of; a joint office sees all.
    public static func disputes(_ session: Session) throws -> [Dispute] {
        try session.connection.rows(
            """
            select d.code, d.credit_code, f.code, t.code, d.reason, d.raised_at, w.code, d.decision
            from handoff.dispute d join core.zone f on f.id = d.from_zone_id join core.zone t on t.id = d.to_zone_id
            left join core.zone w on w.id = d.winner_zone_id order by d.id limit 10000
            """,
            as: (Code, String, ZoneCode, ZoneCode, String, Instant, ZoneCode?, String?).self
        ).map {
            Dispute(
                code: $0.0,
                creditCode: $0.1,
                by: $0.2,
                against: $0.3,
                reason: $0.4,
                raisedAt: $0.5,
                winner: $0.6,
                decision: $0.7
            )
        }
    }
}

extension LeadStore.Verdict: PostgresText {}
