-- A person into a cohort: a seat if one is free and nobody waits for it, else the end of the queue. What can be asked
-- without the counters is asked before: their row is locked until the commit, and everybody who comes waits for it.
create or replace function enrollment.enroll(
    request uuid, digest bytea, at timestamptz, cohort_code text, person_code text, new_code text,
    new_award text, new_post_level text, override text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    found_one record;
    cohort enrollment.cohort;
    seats enrollment.cohort_seats;
    own_place int;
    e enrollment.enrollment;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    e := enrollment.applicant(z, person_code, new_code, at);
    select c as cohort, p.place, s.release_on into found_one
    from enrollment.cohort c
    join enrollment.cohort_party p on p.cohort_id = c.id and p.zone_id = z
    join enrollment.cohort_seats s on s.cohort_id = c.id
    where c.code = cohort_code and c.ends_on >= core.day(at);
    -- For the reason.
    if not found then perform enrollment.open_cohort(z, cohort_code, at); end if;
    cohort := found_one.cohort;
    own_place := found_one.place;
    if cohort.mode <> 'first-come' then perform core.reject('cohort_mode_fits', cohort_code, cohort.mode); end if;
    if found_one.release_on <= core.day(at) then perform enrollment.release_quotas(cohort, at); end if;
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
    if seats.closed then perform core.reject('cohort_open', cohort_code); end if;
    if not seats.last_seated and seats.reserved > 0 and seats.reserved = seats.capacity and seats.quotas[own_place] = 0 then
        perform core.reject('zone_has_quota', cohort_code, coalesce(seats.release_on::text, ''));
    end if;
    e.state := case when seats.last_seated then 'enrolled' else 'waitlisted' end;
    e.seated_at := case when seats.last_seated then at end;
    e.queue_number := case when not seats.last_seated then seats.last_number end;
    perform enrollment.enter(cohort, e, at, override);
    return core.finish(z, request, digest, at, 'enrollment', 'add', 'enrollment:' || e.code,
        jsonb_build_object('cohort', cohort_code, 'person', person_code, 'override', override, 'queue_number', e.queue_number),
        array[e.code, e.state, e.queue_number::text, case when not seats.last_seated then enrollment.seats_full(seats, own_place) end]);
end $$;
select core.expose('enrollment.enroll', 'officer');
