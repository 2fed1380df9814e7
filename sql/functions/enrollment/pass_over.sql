-- Records why the queue goes on without these people, and tells them; answers how many of them were counted as waiting.
create or replace function enrollment.pass_over(members bigint[], reason text, at timestamptz) returns int
language plpgsql set search_path = core, pg_temp as $$
declare
    waited int;
begin
    select count(*) into waited from enrollment.enrollment e where e.id = any (members) and e.passed_over is null;
    perform core.notify(e.zone_id, at, 'person:' || p.code, 'enrollment:' || e.code, 'waitlist_passed_over', e.code, c.code, reason)
    from enrollment.enrollment e join core.person p on p.id = e.person_id join enrollment.cohort c on c.id = e.cohort_id
    where e.id = any (members) and e.passed_over is distinct from reason;
    update enrollment.enrollment e set passed_over = reason where e.id = any (members);
    return waited;
end $$;
