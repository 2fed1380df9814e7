-- Why a row of an import makes no new enrollment: `unchanged` with the code of the one that is there, or `refused` with rule
-- and facts; null when nothing stands against it. Part of import_applications.
create or replace function enrollment.reason_against(cohort enrollment.cohort, e enrollment.enrollment, at timestamptz)
returns text language plpgsql set search_path = core, pg_temp as $$
declare
    person core.person;
    known enrollment.enrollment;
    obstacles text[];
begin
    select * into person from core.person p where p.id = e.person_id;
    e.identity_id := person.identity_id;
    select * into known from enrollment.enrollment o
    where o.cohort_id = cohort.id and o.identity_id = e.identity_id and o.state not in ('withdrawn', 'rejected');
    if found and known.zone_id = e.zone_id then return 'unchanged:' || known.code; end if;
    if found then
        return 'refused:' || array_to_string(array['enrollment_one_per_cohort', cohort.code, person.code], E'\x1f', '');
    end if;
    perform enrollment.lock_identity(e.identity_id);
    obstacles := enrollment.obstacles(cohort, e, at);
    if obstacles = '{}' then return null; end if;
    return 'refused:'
        || array_to_string(array['enrollment_prerequisites_met', cohort.code, person.code] || obstacles, E'\x1f', '');
end $$;
