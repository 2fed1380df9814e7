-- A unit sends people to the places allotted to it; each gets a seat, and says yes or no.
create or replace function enrollment.nominate(
    request uuid, digest bytea, at timestamptz, cohort_code text, unit_code text, person_codes text[], override text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    cohort enrollment.cohort;
    s enrollment.cohort_seats;
    own_place int;
    allotted enrollment.allotment;
    used int;
    answer text[] := '{}';
    e enrollment.enrollment;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    cohort := enrollment.open_cohort(z, cohort_code, at);
    if cohort.mode <> 'nomination' then perform core.reject('cohort_mode_fits', cohort_code, cohort.mode); end if;
    select p.place into own_place from enrollment.cohort_party p where p.cohort_id = cohort.id and p.zone_id = z;
    select * into s from enrollment.cohort_seats t where t.cohort_id = cohort.id for update;
    if s.closed then perform core.reject('cohort_open', cohort_code); end if;
    s := (enrollment.fill(s, cohort, at)).seats;
    select a.* into allotted from enrollment.allotment a join core.organization o on o.id = a.organization_id
    where a.cohort_id = cohort.id and o.zone_id = z and o.code = unit_code;
    select count(*) into used from enrollment.enrollment n join enrollment.state h on h.code = n.state and h.holds_seat
    where n.cohort_id = cohort.id and n.nominated_by = allotted.organization_id;
    if used + cardinality(person_codes) > coalesce(allotted.places, 0) then
        perform core.reject('nomination_within_places', unit_code, coalesce(allotted.places, 0)::text, used::text);
    end if;
    if enrollment.seats_for(s, own_place) < cardinality(person_codes) then
        perform core.reject('cohort_has_seats', cohort_code, enrollment.seats_full(s, own_place));
    end if;
    for i in 1 .. cardinality(person_codes) loop
        e := enrollment.applicant(z, person_codes[i], null, at);
        e.state := 'admitted';
        e.seated_at := at;
        e.offer_until := core.day(at) + cohort.offer_days;
        e.nominated_by := allotted.organization_id;
        perform enrollment.enter(cohort, e, at, override);
        s := enrollment.counted(s, own_place, 1, 0);
        answer := answer || array[e.code, e.state, null, null];
    end loop;
    perform enrollment.save_seats(s);
    return core.finish(z, request, digest, at, 'application', 'nominate', 'enrollment:' || answer[1],
        jsonb_build_object('cohort', cohort_code, 'unit', unit_code, 'persons', person_codes, 'placed', answer), answer);
end $$;
select core.expose('enrollment.nominate', 'officer');
