import Postgres
import Store
import Zones

/// One thing that happened to a project.
public struct TimelineLine: Sendable, Hashable {
    public let at: Instant
    /// `stage`, `progress`, `promised`, `kept`, or the action of a handoff.
    public let kind: String
    /// The stage, the note, the obligation, or the handoff with its note.
    public let what: String
    public let zone: ZoneCode?
    public let actor: String?
}

/// What happened to a project, as far as the active zone sees it.
public enum TimelineStore {
    /// The lines in the order of time; what has only a day stands at its beginning.
    ///
    /// - Throws: `CoreRejection.missing` when the active zone sees no project of that code.
    public static func lines(_ session: Session, project: Code) throws -> [TimelineLine] {
        _ = try ProjectStore.show(session, project)
        return try session.connection.rows(
            """
            with mine as (select p.id from handoff.project p where p.code = \(project))
            select l.at, l.kind, l.what, z.code, l.actor
            from (
                select e.entered_on::timestamp at time zone 'Asia/Shanghai' as at, 'stage' as kind, e.stage as what, e.zone_id,
                    null::text as actor
                from handoff.stage_entry e where e.project_id = (select id from mine)
                union all
                select g.at, 'progress', g.note, g.zone_id, g.actor from handoff.progress g
                where g.project_id = (select id from mine)
                union all
                select o.due_on::timestamp at time zone 'Asia/Shanghai', 'promised', o.code || ' ' || o.what, o.zone_id, null
                from handoff.obligation o where o.project_id = (select id from mine) and o.kept_on is null
                union all
                select o.kept_on::timestamp at time zone 'Asia/Shanghai', 'kept', o.code || ' ' || o.what, o.zone_id, null
                from handoff.obligation o where o.project_id = (select id from mine) and o.kept_on is not null
                union all
                select y.at, y.action, h.code || coalesce(' ' || y.note, ''), y.by_zone_id, y.actor
                from handoff.history y join handoff.handoff h on h.id = y.handoff_id where h.project_code = \(project)
            ) as l left join core.zone z on z.id = l.zone_id
            order by l.at, array_position(array['stage', 'promised', 'kept', 'progress'], l.kind), l.what limit 10000
            """,
            as: (Instant, String, String, ZoneCode?, String?).self
        ).map { TimelineLine(at: $0.0, kind: $0.1, what: $0.2, zone: $0.3, actor: $0.4) }
    }
}
