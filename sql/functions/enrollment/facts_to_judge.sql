-- The facts on which a host judges a cohort.
create or replace function enrollment.facts_to_judge(cohort_code text) returns table (code text, facts text)
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
begin
    if z is null then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    return query select f.code, f.facts
    from enrollment.completion_facts((enrollment.hosted_cohort(z, cohort_code)).id) f;
end $$;
select core.expose('enrollment.facts_to_judge', 'officer');
