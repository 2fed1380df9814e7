-- The zone to which an enrollment was released takes it over for its own record of the same natural person; the seat now
-- counts against its quota, and the zone that registered it stays on record.
create or replace function enrollment.take_over(
    request uuid, digest bytea, at timestamptz, wanted text, person_code text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    e enrollment.enrollment;
    cohort enrollment.cohort;
    s enrollment.cohort_seats;
    person core.person;
    old_place int;
    new_place int;
    filled record;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select a.* into e from enrollment.enrollment a where a.code = wanted and a.released_to = z;
    if not found then perform core.missing('enrollment', wanted); end if;
    person := core.person_of(z, person_code);
    if person.id is null or person.identity_id <> e.identity_id then perform core.missing('person', person_code); end if;
    select c.* into cohort from enrollment.cohort c where c.id = e.cohort_id;
    cohort := enrollment.open_cohort(z, cohort.code, at);
    select * into s from enrollment.cohort_seats t where t.cohort_id = cohort.id for update;
    select * into e from enrollment.enrollment a where a.id = e.id and a.released_to = z for update;
    if not found or e.state <> 'enrolled' then perform core.missing('enrollment', wanted); end if;
    select p.place into old_place from enrollment.cohort_party p where p.cohort_id = cohort.id and p.zone_id = e.zone_id;
    select p.place into new_place from enrollment.cohort_party p where p.cohort_id = cohort.id and p.zone_id = z;
    s := enrollment.counted(enrollment.released(s, core.day(at)), old_place, -1, 0);
    if not s.unlimited and not s.closed and enrollment.seats_for(s, new_place) < 1 then
        perform core.reject('cohort_has_seats', cohort.code, enrollment.seats_full(s, new_place));
    end if;
    filled := enrollment.fill(enrollment.counted(s, new_place, 1, 0), cohort, at);
    perform enrollment.save_seats(filled.seats);
    update enrollment.enrollment a set zone_id = z, person_id = person.id, released_to = null, nominated_by = null,
        registered_by_zone_id = coalesce(a.registered_by_zone_id, a.zone_id)
    where a.id = e.id;
    return core.finish(z, request, digest, at, 'enrollment', 'transfer', 'enrollment:' || wanted,
        jsonb_build_object('person', person_code, 'promoted', filled.promoted),
        array[wanted, 'enrolled', cohort.code, nullif(array_to_string(filled.promoted, ','), '')]);
end $$;
select core.expose('enrollment.take_over', 'officer');
