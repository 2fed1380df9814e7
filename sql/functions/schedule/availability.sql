-- Weekly hours and closures of the rooms and instructors that the active zone may ask about; why one is closed is told
-- to its own zone only.
create or replace function schedule.availability() returns table (
    resource_kind text, resource_code text, weekday int, opens_minute int, closes_minute int,
    closed_from timestamptz, closed_until timestamptz, reason text
) language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    region boolean := z is null and core.regional();
begin
    if z is null and not region then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    return query
    select r.kind, r.code, o.weekday, o.opens_minute, o.closes_minute, o.starts_at, o.ends_at,
        case when r.zone_id = z or region then o.reason end
    from (
        select 'venue', v.id, v.zone_id, v.code from schedule.venue v
        where region or exists (select from schedule.venue_party p join schedule.party_level l on l.code = p.level
            where p.venue_id = v.id and p.zone_id = z and l.sees_busy)
        union all
        select 'instructor', i.id, i.zone_id, i.code from schedule.instructor i
        where region or exists (select from schedule.instructor_party p join schedule.party_level l on l.code = p.level
            where p.instructor_id = i.id and p.zone_id = z and l.sees_busy)
    ) as r (kind, id, zone_id, code)
    join (
        select h.venue_id, h.instructor_id, h.weekday, h.opens_minute, h.closes_minute, null::timestamptz, null::timestamptz,
            null::text from schedule.opening h
        union all
        select c.venue_id, c.instructor_id, null, null, null, c.starts_at, c.ends_at, c.reason from schedule.closure c
    ) as o (venue_id, instructor_id, weekday, opens_minute, closes_minute, starts_at, ends_at, reason)
        on r.id = case r.kind when 'venue' then o.venue_id else o.instructor_id end
    order by 1 desc, 2, 3, 4, 6;
end $$;
select core.expose('schedule.availability', 'reader'), core.expose('schedule.availability', 'joint_office');
