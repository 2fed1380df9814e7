-- Sessions attended and their training hours, of everybody who holds a seat in a cohort; part of verbs and of the roster.
create or replace function enrollment.attendance_counts(cohort bigint)
returns table (enrollment_id bigint, attended int, hours int)
language sql stable set search_path = core, pg_temp as $$
    select e.id, count(r.id)::int, coalesce(sum(r.hours), 0)::int
    from enrollment.enrollment e
    join enrollment.state t on t.code = e.state and t.holds_seat
    left join enrollment.attendance a on a.enrollment_id = e.id
    left join enrollment.recorded_session r on r.id = a.recorded_session_id and r.cohort_id = e.cohort_id
    where e.cohort_id = attendance_counts.cohort
    group by e.id
$$;
