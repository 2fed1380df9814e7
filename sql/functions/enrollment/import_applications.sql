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
    people bigint[];
    outcome text[];
    fit int[];
    seated int := 0;
    waiting int := 0;
    entered text[];
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    cohort := enrollment.open_cohort(z, cohort_code, at);
    select p.place into own_place from enrollment.cohort_party p where p.cohort_id = cohort.id and p.zone_id = z;
    select * into s from enrollment.cohort_seats t where t.cohort_id = cohort.id for update;
    s := enrollment.applicable(cohort, s, own_place, 1, true, at);
    people := enrollment.held_people(z, person_codes);
    -- Null for a row that nothing stands against.
    outcome := enrollment.reasons_against(cohort, z, people, awards, post_levels, at);
    fit := array_positions(outcome, null::text);
    if fit = '{}' then return core.answer(request, digest, at, outcome); end if;
    if cohort.mode = 'first-come' then
        seated := least(enrollment.seats_for(s, own_place), cardinality(fit));
        waiting := cardinality(fit) - seated;
    end if;
    entered := enrollment.enter_many(cohort, s, people, awards, post_levels, fit, seated, at);
    s := enrollment.counted(s, own_place, seated, waiting);
    s.last_number := s.last_number + waiting;
    perform enrollment.save_seats(s);
    for i in 1 .. cardinality(fit) loop outcome[fit[i]] := entered[i]; end loop;
    outcome := array(select case when u.told like 'twice:%'
        then 'unchanged:' || split_part(outcome[substr(u.told, 7)::int], ':', 2) else u.told end
        from unnest(outcome) with ordinality u (told, i) order by u.i);
    return core.finish(z, request, digest, at, 'application', 'import',
        'file:' || z || ':' || encode(file_sha256, 'hex') || ':' || cohort_code,
        jsonb_build_object('cohort', cohort_code, 'rows', cardinality(person_codes), 'added', cardinality(fit)), outcome);
end $$;
select core.expose('enrollment.import_applications', 'officer');
