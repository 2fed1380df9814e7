import Postgres
import Store
import Zones

/// How many seats somebody has in the zone's squads.
public struct SquadLoad: Sendable, Hashable {
    public let person: Code
    public let name: String
    public let chief: Int
    public let a: Int
    public let b: Int

    public var seats: Int { chief + a + b }
}

extension SquadStore {
    /// Gives a role to somebody else from the business day on, for good or until a day (a stand-in). Somebody who has
    /// another role in the squad exchanges roles. Answers the project.
    ///
    /// Refused with `HND24` when nobody has the role, `HND25` when they have it already.
    public static func swap(_ project: Code, _ role: SquadRole, to person: Code, until: Day?) -> Verb<String> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.swap_squad(\(request), \(project), \(role), \(person), \(until))"
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }

    /// Seats by person on a day, the busiest first.
    public static func load(_ session: Session, on day: Day) throws -> [SquadLoad] {
        try session.connection.rows(
            """
            select p.code, p.name, count(*) filter (where m.role = 'chief'), count(*) filter (where m.role = 'a'),
                count(*) filter (where m.role = 'b')
            from handoff.squad_member m join core.person p on (p.zone_id, p.id) = (m.zone_id, m.person_id)
            where m.valid @> \(day) group by p.code, p.name order by count(*) desc, p.code limit 10000
            """,
            as: (Code, String, Int64, Int64, Int64).self
        ).map { SquadLoad(person: $0.0, name: $0.1, chief: Int($0.2), a: Int($0.3), b: Int($0.4)) }
    }
}
