-- What everybody who holds a seat in a cohort attended, of what was held: sessions of this cohort, and of those that they
-- were transferred from while they were there. Part of verbs and of the roster.
create or replace function enrollment.attendance_counts(cohort bigint)
returns table (enrollment_id bigint, attended int, hours int, recorded int, recorded_hours int, leave_hours int)
language sql stable set search_path = core, pg_temp as $$
    select e.id, count(r.id) filter (where a.status = 'present')::int,
        coalesce(sum(r.hours) filter (where a.status = 'present'), 0)::int, count(r.id)::int,
        coalesce(sum(r.hours), 0)::int, coalesce(sum(r.hours) filter (where a.status = 'excused'), 0)::int
    from enrollment.enrollment e
    join enrollment.state t on t.code = e.state and t.holds_seat
    left join enrollment.recorded_session r on
        (r.cohort_id = e.cohort_id or r.cohort_id in (
            select v.from_cohort_id from enrollment.transfer v where v.enrollment_id = e.id))
        and r.cohort_id = enrollment.active_cohort_on(e, r.held_on)
    left join enrollment.attendance a on a.enrollment_id = e.id and a.recorded_session_id = r.id
    where e.cohort_id = attendance_counts.cohort
    group by e.id
$$;
