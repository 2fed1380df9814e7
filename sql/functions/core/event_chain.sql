-- One chain row by row, for naming what is wrong with it: `places` are the numbers at which the row's own hash is right.
create or replace function core.event_chain(wanted text) returns table (
    id bigint, seq int, at timestamptz, actor text, noun text, verb text, prev_hash bytea, hash bytea, places int[]
) language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    longest int := (select max(e.seq) + 1 from core.event e where e.subject = wanted);
begin
    if not core.has_role('auditor', null) and not (core.has_role('auditor', z)
        and exists (select from core.event e where e.subject = wanted and e.zone_id = z)) then
        raise exception using errcode = 'ZB403', message = 'role needed', constraint = 'role_needed', detail = 'auditor';
    end if;
    if z is null and not core.has_role('auditor', null) then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    return query
        select e.id, e.seq, e.at, e.actor, e.noun, e.verb, e.prev_hash, e.hash,
            array(select n from generate_series(1, least(longest, 10000)) as n
                where e.hash = core.event_hash(e.prev_hash, n, core.event_content(e)))
        from core.event e where e.subject = wanted order by e.seq, e.id;
end $$;
select core.expose('core.event_chain', 'auditor');
