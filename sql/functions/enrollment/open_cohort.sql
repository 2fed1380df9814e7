-- The cohort behind a code for a zone that takes part, on a day on which people may still come or go; part of verbs.
create or replace function enrollment.open_cohort(z bigint, wanted text, at timestamptz) returns enrollment.cohort
language plpgsql stable as $$
declare
    cohort enrollment.cohort;
begin
    select c.* into cohort from enrollment.cohort c
    join enrollment.cohort_party p on p.cohort_id = c.id and p.zone_id = z where c.code = wanted;
    if not found then perform core.missing('cohort', wanted); end if;
    if core.day(at) > cohort.ends_on then perform core.reject('cohort_not_over', wanted, cohort.ends_on::text); end if;
    return cohort;
end $$;
