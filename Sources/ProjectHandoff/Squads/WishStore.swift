import Postgres
import Store
import Zones

/// Whose wish it is.
public enum WishSide: String, Sendable, Hashable, CaseIterable {
    /// The person wishes for the project.
    case person
    /// The project's zone wishes for the person.
    case project
}

/// Wishes of both sides.
public enum WishStore {
    /// Records a wish; a new rank replaces the earlier one. Answers the project.
    public static func wish(_ project: Code, _ person: Code, by side: WishSide, rank: Int32) -> Verb<String> {
        Verb(refusedAs: HandoffRejection.self) { request in
            "select handoff.wish_squad(\(request), \(project), \(person), \(side), \(rank))"
        } decode: { columns throws(AnswerFault) in
            try columns.column(0)
        }
    }

    /// The matches that the wishes of both sides propose: each person one project, a project up to `seats` people.
    public static func matches(_ session: Session, seats: Int) throws -> [SquadMatching.Match] {
        let wishes = try session.connection.rows(
            """
            select j.code, p.code, w.side, w.rank from handoff.squad_wish w join handoff.project j on j.id = w.project_id
            join core.person p on (p.zone_id, p.id) = (w.zone_id, w.person_id) order by w.rank, j.code, p.code
            """,
            as: (Code, Code, WishSide, Int32).self
        )
        var matching = SquadMatching()
        for (project, person, side, rank) in wishes { matching.add(person, project, by: side, rank: Int(rank)) }
        return matching.matches(seats: seats)
    }
}

extension WishSide: PostgresText {}
