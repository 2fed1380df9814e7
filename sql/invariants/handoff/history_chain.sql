-- Each line of a handoff's history follows from the line before it.
select 'handoff:' || c.code, 'version ' || c.version
from (
    select h.code, y.version, y.hash, y.from_state, y.action, y.to_state, y.at, y.actor, y.note, z.code as by_zone,
        lag(y.version) over w as version_before, lag(y.hash) over w as before
    from handoff.history y join handoff.handoff h on h.id = y.handoff_id left join core.zone z on z.id = y.by_zone_id
    window w as (partition by y.handoff_id order by y.version)
) as c
where c.version <> c.version_before + 1 or c.hash <> sha256(coalesce(c.before, ''::bytea) || convert_to(concat_ws(E'\x1f',
    c.code, c.version, c.from_state, c.action, c.to_state, (extract(epoch from c.at) * 1000000)::bigint, c.actor,
    coalesce(c.by_zone, ''), coalesce(c.note, '')), 'UTF8'))
order by 1, 2
