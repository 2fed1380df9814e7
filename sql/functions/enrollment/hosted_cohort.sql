-- The cohort behind a code for a zone that hosts it; a guest is told that hosts do this. Part of several verbs.
create or replace function enrollment.hosted_cohort(z bigint, wanted text) returns enrollment.cohort
language plpgsql stable set search_path = core, pg_temp as $$
declare
    cohort enrollment.cohort;
    own_level text;
begin
    select p.level into own_level
    from enrollment.cohort c join enrollment.cohort_party p on p.cohort_id = c.id and p.zone_id = z where c.code = wanted;
    if not found then perform core.missing('cohort', wanted); end if;
    if own_level <> 'host' then perform core.reject('cohort_hosts_only', wanted); end if;
    select * into cohort from enrollment.cohort c where c.code = wanted;
    return cohort;
end $$;
