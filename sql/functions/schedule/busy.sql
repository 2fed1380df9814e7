-- When the rooms and instructors that the active zone may ask about are taken, between two instants; of other zones'
-- private sessions only whom to ask. A joint office that acts for no zone sees all. One kind, or one resource of it, if
-- it is named.
create or replace function schedule.busy(
    from_at timestamptz, until_at timestamptz, wanted_kind text default null, wanted_code text default null
) returns table (
    resource_kind text, resource_code text, starts_at timestamptz, ends_at timestamptz,
    zone_code text, contact text, session_code text
) language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    region boolean := z is null and core.regional();
    wanted tstzrange := tstzrange(from_at, greatest(from_at, until_at), '[)');
begin
    if z is null and not region then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    return query
    select r.kind, r.code, s.starts_at, s.ends_at, k.code, s.contact,
        case when region or h.cohort_id is not null then s.code end
    from (
        select 'venue', v.code, b.session_id
        from schedule.venue v
        join schedule.resource_booking b on b.venue_id = v.id and not b.cancelled and b.during && wanted
        where coalesce(wanted_kind = 'venue', true) and (wanted_code is null or v.code = wanted_code)
            and (region or exists (select from schedule.venue_party p join schedule.party_level l on l.code = p.level
                where p.zone_id = z and p.venue_id = v.id and l.sees_busy))
        union all
        select 'instructor', i.code, b.session_id
        from schedule.instructor i
        join schedule.resource_booking b on b.instructor_id = i.id and not b.cancelled and b.during && wanted
        where coalesce(wanted_kind = 'instructor', true) and (wanted_code is null or i.code = wanted_code)
            and (region or exists (select from schedule.instructor_party p join schedule.party_level l on l.code = p.level
                where p.zone_id = z and p.instructor_id = i.id and l.sees_busy))
    ) as r (kind, code, session_id)
    join schedule.session s on s.id = r.session_id
    join core.zone k on k.id = s.zone_id
    left join enrollment.cohort_party h on h.cohort_id = s.cohort_id and h.zone_id = z
    order by s.starts_at, r.kind desc, r.code;
end $$;
select core.expose('schedule.busy', 'reader'), core.expose('schedule.busy', 'joint_office');
