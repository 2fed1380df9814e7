import Postgres
import Store
import Zones

/// What changed in the schedule.
public enum SessionDifferenceStore {
    /// The sessions that are not what they were at `since`, by their present start: several changes of one count as one,
    /// and what was changed back is none.
    public static func list(_ session: Session, since: Instant, cohort: Code? = nil) throws -> [SessionDifference] {
        var statement: Statement = """
            with first as (
                select distinct on (d.session_id) d.* from schedule.session_change d where d.at >= \(since)
                order by d.session_id, d.sequence
            ), last as (
                select distinct on (d.session_id) d.* from schedule.session_change d where d.at >= \(since)
                order by d.session_id, d.sequence desc
            )
            select s.code, l.code, c.code,
                case when s.planned_at >= \(since) then 'added' when s.state = 'cancelled' then 'cancelled'
                    when f.kind = 'reinstated' then 'reinstated' else 'changed' end,
                f.old_starts_at, f.old_ends_at, fv.code, fi.code, s.starts_at, s.ends_at, v.code, i.code,
                n.by_login, coalesce(n.at, s.planned_at), n.reason
            from schedule.session s
            join schedule.course l on l.id = s.course_id
            join enrollment.cohort c on c.id = s.cohort_id
            left join first f on f.session_id = s.id
            left join last n on n.session_id = s.id
            left join schedule.venue fv on fv.id = f.old_venue_id
            left join schedule.instructor fi on fi.id = f.old_instructor_id
            left join schedule.venue v on v.id = s.venue_id
            left join schedule.instructor i on i.id = s.instructor_id
            where case when s.planned_at >= \(since) then s.state = 'scheduled'
                when f.session_id is null then false
                when s.state = 'cancelled' or f.kind = 'reinstated' then (s.state = 'cancelled') <> (f.kind = 'reinstated')
                else (f.old_starts_at, f.old_ends_at, f.old_venue_id, f.old_instructor_id)
                    is distinct from (s.starts_at, s.ends_at, s.venue_id, s.instructor_id) end
            """
        if let cohort { statement = statement + " and c.code = \(cohort)" }
        return try session.connection.rows(
            statement + " order by s.starts_at, s.code",
            as: (
                Code, Code, Code, SessionDifference.Kind, Instant?, Instant?, Code?, Code?, Instant, Instant, Code?,
                Code?, String?, Instant, String?
            ).self
        ).map { row in
            var was: SessionDifference.Placement?
            if row.3 != .added, let starts = row.4, let ends = row.5 {
                was = SessionDifference.Placement(starts: starts, ends: ends, venue: row.6, instructor: row.7)
            }
            return SessionDifference(
                session: row.0,
                course: row.1,
                cohort: row.2,
                kind: row.3,
                was: was,
                now: SessionDifference.Placement(starts: row.8, ends: row.9, venue: row.10, instructor: row.11),
                by: row.12,
                at: row.13,
                reason: row.14
            )
        }
    }
}

extension SessionDifference.Kind: PostgresText {}
