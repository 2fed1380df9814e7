import Postgres
import Store
import Zones

/// Somebody who becomes eligible, or ceases to be, on a day.
public struct Upcoming: Sendable, Hashable {
    public let on: Day
    public let policy: Code
    public let person: Code
    public let name: String
    /// False on the first day without.
    public let becomes: Bool
}

/// Somebody whom one clause keeps from a benefit.
public struct NearMiss: Sendable, Hashable {
    public let policy: Code
    public let clause: String
    public let wording: String
    public let cure: Cure
    public let person: Code
    public let name: String
    public let from: Day?
}

/// The outlook: the answers of the last sweep for all people of the zone.
public enum OutlookStore {
    /// One policy's answers for some people.
    struct Part: Sendable {
        var people: [Int64] = []
        var versions: [Int64] = []
        var verdicts: [String] = []
        var yes: [Int64] = []
        var no: [Int64] = []
        var near: [String?] = []
        var froms: [Day?] = []
        var untils: [Day?] = []

        var counts: [Ternary: Int] = [:]

        mutating func reserve(_ count: Int) {
            people.reserveCapacity(count)
            versions.reserveCapacity(count)
            verdicts.reserveCapacity(count)
            yes.reserveCapacity(count)
            no.reserveCapacity(count)
            near.reserveCapacity(count)
            froms.reserveCapacity(count)
            untils.reserveCapacity(count)
        }

        mutating func add(_ person: Int64, _ head: VersionHead, _ rules: Rulebook, _ decision: Decision) {
            let window = decision.window
            people.append(person)
            versions.append(head.id)
            verdicts.append(decision.verdict.word)
            yes.append(Int64(bitPattern: decision.yes))
            no.append(Int64(bitPattern: decision.no))
            near.append(rules.nearClause(decision))
            froms.append(window?.from)
            untils.append(window?.until)
            counts[decision.verdict, default: 0] += 1
        }
    }

    static func store(_ policy: Code, _ day: Day, _ part: Part) -> Verb<String> {
        PolicyStore.verb { request in
            """
            select eligibility.store_outlook(\(request), \(policy), \(day), \(part.people), \(part.versions),
                \(part.verdicts), \(part.yes), \(part.no), \(part.near), \(part.froms), \(part.untils))
            """
        }
    }

    static func finish(_ day: Day, people: Int) -> Verb<String> {
        PolicyStore.verb { request in
            "select eligibility.finish_sweep(\(request), \(day), \(Int32(clamping: people)))"
        }
    }

    /// Window edges on the days from `day` on, `days` of them after it, the earliest first.
    public static func upcoming(
        _ session: Session,
        from day: Day,
        days: Int,
        _ body: (Upcoming) throws -> Void
    ) throws {
        let until = try day.adding(days: days)
        try session.connection.stream(
            """
            select e.on_day, pol.code, p.code, p.name, e.becomes
            from eligibility.outlook_edge e
            join eligibility.policy pol on pol.id = e.policy_id
            join core.person p on (p.zone_id, p.id) = (e.zone_id, e.person_id)
            where e.zone_id = (select core.active_zone()) and e.on_day >= \(day) and e.on_day <= \(until)
            order by e.on_day, pol.code, p.code
            """,
            as: (Day, Code, Code, String, Bool).self
        ) { try body(Upcoming(on: $0, policy: $1, person: $2, name: $3, becomes: $4)) }
    }

    /// People whom exactly one clause keeps from a yes, by policy and clause.
    public static func nearMisses(_ session: Session, policy: Code?, _ body: (NearMiss) throws -> Void) throws {
        try session.connection.stream(
            """
            select pol.code, c.code, c.wording_zh, c.cure, p.code, p.name, o.window_from
            from eligibility.outlook o
            join eligibility.policy pol on pol.id = o.policy_id
            join eligibility.clause c on c.version_id = o.version_id and c.code = o.near_clause
            join core.person p on (p.zone_id, p.id) = (o.zone_id, o.person_id)
            where o.zone_id = (select core.active_zone()) and o.near_clause is not null
                and (\(policy)::text is null or pol.code = \(policy))
            order by pol.code, c.position, p.code
            """,
            as: (Code, String, String, Cure, Code, String, Day?).self
        ) {
            try body(NearMiss(policy: $0, clause: $1, wording: $2, cure: $3, person: $4, name: $5, from: $6))
        }
    }
}
