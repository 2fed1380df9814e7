-- A part of a file of applications: an outcome a row, the state that the person has now and the enrollment's code, with
-- `unchanged` for who was there before and `refused` with rule and facts for whom something keeps out. Seats go in the order
-- of the rows, by the same limits as everybody's; the counters are written once.
create or replace function enrollment.import_applications(
    request uuid, digest bytea, at timestamptz, cohort_code text, file_sha256 bytea, person_codes text[], awards text[],
    post_levels text[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    cohort enrollment.cohort;
    s enrollment.cohort_seats;
    own_place int;
    e enrollment.enrollment;
    refused text;
    seat boolean;
    outcome text[] := '{}';
    added int := 0;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    cohort := enrollment.open_cohort(z, cohort_code, at);
    select p.place into own_place from enrollment.cohort_party p where p.cohort_id = cohort.id and p.zone_id = z;
    select * into s from enrollment.cohort_seats t where t.cohort_id = cohort.id for update;
    s := enrollment.applicable(cohort, s, own_place, 1, true, at);
    for i in 1 .. cardinality(person_codes) loop
        e := enrollment.applicant(z, person_codes[i], '', at);
        e.award := awards[i];
        e.post_level := post_levels[i];
        refused := enrollment.reason_against(cohort, e, at);
        if refused is not null then
            outcome := outcome || refused;
            continue;
        end if;
        e.code := core.next_code('E', at);
        e.state := 'applied';
        if cohort.mode = 'first-come' then
            seat := enrollment.seats_for(s, own_place) > 0;
            s := enrollment.counted(s, own_place, seat::int, (not seat)::int);
            s.last_number := s.last_number + (not seat)::int;
            e.state := case when seat then 'enrolled' else 'waitlisted' end;
            e.seated_at := case when seat then at end;
            e.queue_number := case when not seat then s.last_number end;
        end if;
        perform enrollment.enter(cohort, e, at, 'checked');
        outcome := outcome || (e.state || ':' || e.code);
        added := added + 1;
    end loop;
    if added = 0 then return core.answer(request, digest, at, outcome); end if;
    perform enrollment.save_seats(s);
    return core.finish(z, request, digest, at, 'application', 'import',
        'file:' || z || ':' || encode(file_sha256, 'hex') || ':' || cohort_code,
        jsonb_build_object('cohort', cohort_code, 'rows', cardinality(person_codes), 'added', added), outcome);
end $$;
select core.expose('enrollment.import_applications', 'officer');
