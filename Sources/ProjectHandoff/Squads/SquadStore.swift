import Postgres
import Store
import Zones

/// A person's role in a squad of three.
public enum SquadRole: String, Sendable, Hashable, CaseIterable {
    /// Decides.
    case chief
    /// Owns the matter.
    case a
    /// Helps and stands in.
    case b
}

/// Somebody in a squad, on dated days.
public struct SquadMember: Sendable, Hashable {
    public let role: SquadRole
    public let person: Code
    public let name: String
    public let from: Day
    /// The last day; nil while it goes on.
    public let until: Day?
}

/// The active zone's squads: three people for a project.
public enum SquadStore {
    /// Everybody who is or was in the active zone's squad for a project, by role and day.
    public static func members(_ session: Session, project: Code) throws -> [SquadMember] {
        _ = try ProjectStore.show(session, project)
        return try session.connection.rows(
            """
            select m.role, coalesce(k.code, p.code), coalesce(k.name, p.name), lower(m.valid), upper(m.valid) - 1
            from handoff.squad_member m join handoff.project j on j.id = m.project_id
            join core.person p on (p.zone_id, p.id) = (m.zone_id, m.person_id)
            left join core.person k on k.id = p.merged_into
            where j.code = \(project)
            order by lower(m.valid), array_position(array['chief', 'a', 'b'], m.role)
            """,
            as: (SquadRole, Code, String, Day, Day?).self
        ).map { SquadMember(role: $0.0, person: $0.1, name: $0.2, from: $0.3, until: $0.4) }
    }

    /// Somebody of either squad of a handoff that was accepted.
    public struct Introduced: Sendable, Hashable {
        public let zone: ZoneCode
        public let role: SquadRole
        public let person: Code
        public let name: String
    }

    /// Both squads of a handoff, the sender's first: who introduces whom, A to A. Empty before the acceptance.
    ///
    /// - Throws: `CoreRejection.missing` when the active zone has no part in a handoff of that code.
    public static func introduced(_ session: Session, handoff: Code) throws -> [Introduced] {
        try session.ask(refusedAs: HandoffRejection.self) { (connection) throws(PostgresError) in
            try connection.rows(
                "select zone, role, code, name from handoff.introduced(\(handoff), \(session.today))",
                as: (ZoneCode, SquadRole, Code, String).self
            )
        }.map { Introduced(zone: $0.0, role: $0.1, person: $0.2, name: $0.3) }
    }

    /// Makes three of the active zone's people its squad for a project, from the business day on. Answers the project.
    ///
    /// Refused with `HND10` for one person in two roles.
    public static func assign(_ project: Code, chief: Code, a: Code, b: Code) -> Verb<String> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.assign_squad(\(request), \(project), \(chief), \(a), \(b))"
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }
}

extension SquadRole: PostgresText {}
