-- How each zone's people did in the cohorts that the session may see: a host sees all zones, a guest its own.
create or replace function enrollment.completion_figures() returns table (
    cohort text, program text, zone text, seats int, completed int, failed int, undecided int, hours int
) language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    region boolean := core.regional();
begin
    if z is null and not region then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    return query
    select c.code, g.code, o.code, count(*)::int, count(*) filter (where e.state = 'completed')::int,
        count(*) filter (where e.state = 'failed')::int, count(*) filter (where e.state in ('enrolled', 'admitted'))::int,
        coalesce(sum(m.hours), 0)::int
    from enrollment.cohort c
    join enrollment.program g on g.id = c.program_id
    left join enrollment.cohort_party own on own.cohort_id = c.id and own.zone_id = z
    join enrollment.enrollment e on e.cohort_id = c.id
    join enrollment.state t on t.code = e.state and t.holds_seat
    join core.zone o on o.id = e.zone_id
    left join enrollment.completion m on m.enrollment_id = e.id
    where region or own.level = 'host' or own.zone_id is not null and e.zone_id = z
    group by c.starts_on, c.code, g.code, o.code order by c.starts_on, c.code, o.code;
end $$;
select core.expose('enrollment.completion_figures', 'reader'), core.expose('enrollment.completion_figures', 'joint_office');
