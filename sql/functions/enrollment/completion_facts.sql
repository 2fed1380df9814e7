-- Whom a cohort's evaluation judges, and on which facts: sessions attended / held / hours attended / held / excused /
-- examination. Part of verbs.
create or replace function enrollment.completion_facts(cohort bigint) returns table (code text, facts text)
language sql stable set search_path = core, pg_temp as $$
    select e.code, concat_ws('/', n.attended, n.recorded, n.hours, n.recorded_hours, n.leave_hours, coalesce(e.examination, ''))
    from enrollment.attendance_counts(cohort) n
    join enrollment.enrollment e on e.id = n.enrollment_id
    join enrollment.transition t on t.from_state = e.state and t.act = 'complete'
    order by e.seated_at, e.id
$$;
