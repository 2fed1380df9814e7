-- Another number of seats: never fewer than are held, and the refusal names who would have to leave.
create or replace function enrollment.set_capacity(request uuid, digest bytea, at timestamptz, cohort_code text, seats int)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    cohort enrollment.cohort;
    s enrollment.cohort_seats;
    over int;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    cohort := enrollment.hosted_cohort(z, cohort_code);
    cohort := enrollment.open_cohort(z, cohort_code, at);
    select * into s from enrollment.cohort_seats t where t.cohort_id = cohort.id for update;
    s := enrollment.released(s, core.day(at));
    over := greatest(s.taken - seats, s.pool_taken - (seats - s.reserved));
    if over > 0 then
        perform core.reject('capacity_covers_enrolled', cohort_code, seats::text, s.taken::text, (
            select string_agg(l.code, ',' order by l.seated_at desc, l.id desc) from (
                select e.code, e.seated_at, e.id from enrollment.enrollment e
                join enrollment.state h on h.code = e.state and h.holds_seat where e.cohort_id = cohort.id
                order by e.seated_at desc, e.id desc limit least(over, 20)) l), s.reserved::text);
    end if;
    s.capacity := seats;
    s.unlimited := false;
    return enrollment.refilled(z, request, digest, at, cohort, s, 'set', jsonb_build_object('capacity', seats));
end $$;
select core.expose('enrollment.set_capacity', 'officer');
