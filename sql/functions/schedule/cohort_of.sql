-- The cohort behind a code, for a zone that hosts it and so may plan for it; part of the verbs of courses.
create or replace function schedule.cohort_of(z bigint, wanted text) returns enrollment.cohort
language plpgsql stable set search_path = core, pg_temp as $$
declare
    cohort enrollment.cohort;
begin
    select c.* into cohort
    from enrollment.cohort c join enrollment.cohort_party p on p.cohort_id = c.id and p.zone_id = z
    where c.code = wanted;
    if not found then perform core.missing('cohort', wanted); end if;
    if not exists (select from enrollment.cohort_party p
        where p.cohort_id = cohort.id and p.zone_id = z and p.level = 'host') then
        perform core.reject('cohort_planned_by_host', wanted);
    end if;
    return cohort;
end $$;
