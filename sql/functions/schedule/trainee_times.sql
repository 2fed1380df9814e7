-- When the trainees of some cohorts sit in sessions of other cohorts, whichever zone keeps those: times only. Cohorts
-- among the named ones that share trainees are told with the other's code and no time.
create or replace function schedule.trainee_times(cohorts text[], from_at timestamptz, until_at timestamptz)
returns table (cohort text, other text, starts_at timestamptz, ends_at timestamptz)
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
begin
    if z is null then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    return query
    with named as (
        select c.id, c.code from enrollment.cohort c
        join enrollment.cohort_party p on p.cohort_id = c.id and p.zone_id = z
        where c.code = any (cohorts))
    select distinct n.code, null::text, s.starts_at, s.ends_at
    from named n
    join enrollment.seat_holder h on h.cohort_id = n.id
    join schedule.resource_booking b on b.identity_id = h.identity_id and not b.cancelled
        and b.during && tstzrange(from_at, until_at, '[)')
    join schedule.session s on s.id = b.session_id and s.cohort_id <> n.id
    union all
    select distinct a.code, b.code, null::timestamptz, null::timestamptz
    from named a
    join enrollment.seat_holder h on h.cohort_id = a.id
    join enrollment.seat_holder g on g.identity_id = h.identity_id and g.cohort_id > h.cohort_id
    join named b on b.id = g.cohort_id;
end $$;
select core.expose('schedule.trainee_times', 'reader');
