-- Why the next in the queue (one person, or a group that is not split) cannot have the free seats; null when they can.
create or replace function enrollment.reason_to_pass(
    s enrollment.cohort_seats, cohort enrollment.cohort, place int, members bigint[], at timestamptz
) returns text language plpgsql set search_path = core, pg_temp as $$
declare
    m enrollment.enrollment;
    reason text;
begin
    if cardinality(members) > enrollment.seats_for(s, place) then return 'group'; end if;
    for m in select * from enrollment.enrollment e where e.id = any (members) order by e.id loop
        perform enrollment.lock_identity(m.identity_id);
        reason := (enrollment.obstacles(cohort, m, at))[1];
        exit when reason is not null;
    end loop;
    return reason;
end $$;
