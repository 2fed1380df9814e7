-- Everybody in a cohort who has not left, with name and unit: a host sees the people of all zones, a guest its own.
-- Positions in the queue count the people of all zones for both; who was passed over has none.
create or replace function enrollment.roster(cohort_code text) returns table (
    enrollment text, zone text, name text, unit text, state text, queue_number int, queue_position int,
    sessions int, attended int, hours int, passed_over text
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
    select e.code, o.code, k.name, u.name, e.state, e.queue_number, w.place::int,
        coalesce(n.recorded, (select count(*)::int from enrollment.recorded_session r where r.cohort_id = cohort)),
        coalesce(n.attended, 0), coalesce(n.hours, 0), e.passed_over
    from enrollment.enrollment e
    join core.zone o on o.id = e.zone_id
    join core.person p on p.id = e.person_id
    join core.person k on k.id = coalesce(p.merged_into, p.id)
    left join core.organization u on u.id = k.organization_id
    left join enrollment.attendance_counts(cohort) n on n.enrollment_id = e.id
    left join (
        select q.id, row_number() over (order by q.queue_number) as place
        from enrollment.enrollment q where q.cohort_id = cohort and q.state = 'waitlisted' and q.passed_over is null) w on w.id = e.id
    where e.cohort_id = cohort and e.state not in ('withdrawn', 'rejected') and (region or own_level = 'host' or e.zone_id = z)
    order by e.state = 'waitlisted', w.place nulls last, e.seated_at nulls last, e.queue_number, e.id;
end $$;
select core.expose('enrollment.roster', 'reader'), core.expose('enrollment.roster', 'joint_office');
