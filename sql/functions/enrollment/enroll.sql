-- A person into a cohort: a seat if one is free and nobody waits for it, else the end of the queue.
create or replace function enrollment.enroll(
    request uuid, digest bytea, at timestamptz, cohort_code text, person_code text, new_code text,
    new_award text, new_post_level text, override text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    person core.person;
    cohort enrollment.cohort;
    seats enrollment.cohort_seats;
    own_place int;
    e enrollment.enrollment;
    release_due boolean;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    person := core.person_of(z, person_code);
    if person.id is null then perform core.missing('person', person_code); end if;
    cohort := enrollment.open_cohort(z, cohort_code, at);
    if cohort.mode <> 'first-come' then perform core.reject('cohort_mode_fits', cohort_code, cohort.mode); end if;
    select p.place, s.release_on <= core.day(at) into own_place, release_due
    from enrollment.cohort_party p join enrollment.cohort_seats s on s.cohort_id = p.cohort_id
    where p.cohort_id = cohort.id and p.zone_id = z;
    if release_due then perform enrollment.release_quotas(cohort, at); end if;
    e.code := coalesce(new_code, core.next_code('E', at));
    e.person_id := person.id;
    e.zone_id := z;
    e.award := new_award;
    e.post_level := new_post_level;
    -- The one statement that decides: a seat of the zone's own quota, else of the pool if nobody waits, else the queue.
    update enrollment.cohort_seats s set
        taken = s.taken + (s.pool_free or s.zone_taken[own_place] < s.quotas[own_place])::int,
        zone_taken[own_place] = s.zone_taken[own_place] + (s.pool_free or s.zone_taken[own_place] < s.quotas[own_place])::int,
        pool_taken = s.pool_taken + (s.pool_free and s.zone_taken[own_place] >= s.quotas[own_place])::int,
        waiting = s.waiting + (not (s.pool_free or s.zone_taken[own_place] < s.quotas[own_place]))::int,
        zone_waiting[own_place] = s.zone_waiting[own_place]
            + (not (s.pool_free or s.zone_taken[own_place] < s.quotas[own_place]))::int,
        last_number = s.last_number + (not (s.pool_free or s.zone_taken[own_place] < s.quotas[own_place]))::int,
        last_seated = s.pool_free or s.zone_taken[own_place] < s.quotas[own_place]
    where s.cohort_id = cohort.id returning * into seats;
    return core.finish(z, request, digest, at, 'enrollment', 'add', 'enrollment:' || e.code,
        jsonb_build_object('cohort', cohort_code, 'person', person_code, 'override', override,
            'queue_number', case when not seats.last_seated then seats.last_number end),
        enrollment.settle(cohort, seats, own_place, e, at, override));
end $$;
select core.expose('enrollment.enroll', 'officer');
