-- The row of a person in a cohort, in the state that the counters decided; a refusal rolls those back. Part of the verbs
-- by which people come: a person has one place in a cohort, and nothing keeps them out unless an officer overrides it.
create or replace function enrollment.enter(cohort enrollment.cohort, e enrollment.enrollment, at timestamptz, override text)
returns void language plpgsql as $$
declare
    obstacles text[];
    examined boolean;
begin
    -- Before the row: it books the person's time, and whoever comes second shall hear why not.
    perform enrollment.lock_identity(e.identity_id);
    insert into enrollment.enrollment (zone_id, code, cohort_id, person_id, identity_id, state, queue_number, applied_at,
        seated_at, offer_until, award, post_level, group_code, splittable, nominated_by)
    select p.zone_id, e.code, cohort.id, p.id, p.identity_id, e.state, e.queue_number, enter.at, e.seated_at,
        e.offer_until, e.award, e.post_level, e.group_code, coalesce(e.splittable, true), e.nominated_by
    from core.person p
    where p.id = e.person_id and p.identity_id = e.identity_id and p.merged_into is null and p.erased_on is null for key share
    on conflict (cohort_id, identity_id) where state not in ('withdrawn', 'rejected') do nothing
    returning exists (select from enrollment.prerequisite q where q.cohort_id = enrollment.cohort_id)
        or exists (select from enrollment.seat_holder o where o.identity_id = enrollment.identity_id) into examined;
    if not found then
        -- Either the place is theirs already, or the record was merged or erased meanwhile.
        if exists (select from core.person p where p.id = e.person_id and p.identity_id = e.identity_id
                and p.merged_into is null and p.erased_on is null) then
            perform core.reject('enrollment_one_per_cohort', cohort.code,
                (select p.code from core.person p where p.id = e.person_id));
        end if;
        raise exception using errcode = 'serialization_failure', message = 'person changed meanwhile';
    end if;
    if override is not null or not examined then return; end if;
    obstacles := enrollment.obstacles(cohort, e, at);
    if obstacles <> '{}' then
        perform core.reject('enrollment_prerequisites_met', variadic array[cohort.code,
            (select p.code from core.person p where p.id = e.person_id)] || obstacles);
    end if;
end $$;
