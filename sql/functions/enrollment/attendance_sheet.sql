-- Every recorded session of a cohort against everybody who holds a seat: a host sees the people of all zones, a guest
-- its own; no name, for the roster has it.
create or replace function enrollment.attendance_sheet(cohort_code text) returns table (
    session text, held_on date, hours int, enrollment text, zone text, present boolean, status text
) language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    region boolean := core.regional();
    cohort bigint;
    own_level text;
begin
    if z is null and not region then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    select c.id, p.level into cohort, own_level
    from enrollment.cohort c left join enrollment.cohort_party p on p.cohort_id = c.id and p.zone_id = z
    where c.code = cohort_code and (region or p.zone_id = z);
    if not found then perform core.missing('cohort', cohort_code); end if;
    return query
    select r.session_code, r.held_on, r.hours, e.code, o.code, coalesce(a.status = 'present', false),
        coalesce(a.status, 'absent')
    from enrollment.recorded_session r
    join enrollment.enrollment e on e.cohort_id = r.cohort_id
    join enrollment.state t on t.code = e.state and t.holds_seat
    join core.zone o on o.id = e.zone_id
    left join enrollment.attendance a on a.enrollment_id = e.id and a.recorded_session_id = r.id
    where r.cohort_id = cohort and (region or own_level = 'host' or e.zone_id = z)
    order by r.held_on, r.session_code, e.seated_at, e.id;
end $$;
select core.expose('enrollment.attendance_sheet', 'reader'), core.expose('enrollment.attendance_sheet', 'joint_office');
