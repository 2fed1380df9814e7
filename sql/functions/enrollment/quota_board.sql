-- The seats of a cohort by zone: a host sees all zones, a guest its own and the pool (zone null).
create or replace function enrollment.quota_board(cohort_code text) returns table (
    zone text, seats int, in_force int, taken int, free int, waiting int, passed_over int, release_on date
) language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    region boolean := core.regional();
    cohort bigint;
    own_level text;
    s enrollment.cohort_seats;
begin
    if z is null and not region then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    select c.id, p.level into cohort, own_level
    from enrollment.cohort c left join enrollment.cohort_party p on p.cohort_id = c.id and p.zone_id = z
    where c.code = cohort_code and (region or p.zone_id = z);
    if not found then perform core.missing('cohort', cohort_code); end if;
    select * into s from enrollment.cohort_seats t where t.cohort_id = cohort;
    return query
    select o.code, coalesce(q.seats, 0), s.quotas[p.place], s.zone_taken[p.place],
        greatest(s.quotas[p.place] - s.zone_taken[p.place], 0), s.zone_waiting[p.place],
        (select count(*)::int from enrollment.enrollment e
            where e.cohort_id = cohort and e.zone_id = p.zone_id and e.passed_over is not null),
        case when s.quotas[p.place] > 0 then s.release_on end
    from enrollment.cohort_party p join core.zone o on o.id = p.zone_id
    left join enrollment.quota q on q.cohort_id = p.cohort_id and q.zone_id = p.zone_id
    where p.cohort_id = cohort and (region or own_level = 'host' or p.zone_id = z)
    order by p.place;
    return query select null::text, case when not s.unlimited then s.capacity - s.reserved end,
        case when not s.unlimited then s.capacity - s.reserved end, s.pool_taken,
        case when not s.unlimited then s.capacity - s.reserved - s.pool_taken end, s.waiting, null::int, null::date;
end $$;
select core.expose('enrollment.quota_board', 'reader'), core.expose('enrollment.quota_board', 'joint_office');
