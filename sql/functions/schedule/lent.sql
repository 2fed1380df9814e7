-- Whom the active zone lends its rooms and instructors to; its own rows of the party tables would not
-- tell. A joint office that acts for no zone sees what all lend.
create or replace function schedule.lent() returns table (
    resource_kind text, resource_id bigint, guests text[], watchers text[]
) language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    region boolean := z is null and core.regional();
begin
    if z is null and not region then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    return query
    select p.kind, p.id, array_agg(k.code order by k.code) filter (where p.level = 'guest'),
        array_agg(k.code order by k.code) filter (where p.level = 'busy')
    from (
        select 'venue', v.id, q.zone_id, q.level
        from schedule.venue v join schedule.venue_party q on q.venue_id = v.id
        where region or v.zone_id = z
        union all
        select 'instructor', i.id, q.zone_id, q.level
        from schedule.instructor i join schedule.instructor_party q on q.instructor_id = i.id
        where region or i.zone_id = z
    ) as p (kind, id, zone_id, level)
    join core.zone k on k.id = p.zone_id
    where p.level in ('guest', 'busy')
    group by p.kind, p.id;
end $$;
select core.expose('schedule.lent', 'reader'), core.expose('schedule.lent', 'joint_office');
