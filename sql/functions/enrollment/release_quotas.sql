-- Lets unused quotas of a cohort join the pool once their day has come, and seats who waits; part of verbs.
create or replace function enrollment.release_quotas(cohort enrollment.cohort, at timestamptz) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    s enrollment.cohort_seats;
begin
    select * into s from enrollment.cohort_seats t where t.cohort_id = cohort.id for update;
    s := (enrollment.fill(enrollment.released(s, core.day(at)), cohort, at)).seats;
    perform enrollment.save_seats(s);
end $$;
