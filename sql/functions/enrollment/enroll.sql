-- A person into a cohort: a seat if one is free and nobody waits for it, else the end of the queue.
create or replace function enrollment.enroll(
    request uuid, digest bytea, at timestamptz, cohort_code text, person_code text, new_code text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    person core.person;
    cohort bigint;
    last_day date;
    queued boolean;
    number int;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    person := core.person_of(z, person_code);
    if person.id is null then perform core.missing('person', person_code); end if;
    select c.id, c.ends_on into cohort, last_day
    from enrollment.cohort c join enrollment.cohort_party p on p.cohort_id = c.id and p.zone_id = z
    where c.code = cohort_code;
    if not found then perform core.missing('cohort', cohort_code); end if;
    if core.day(at) > last_day then perform core.reject('cohort_not_over', cohort_code, last_day::text); end if;
    new_code := coalesce(new_code, core.next_code('E', at));
    -- The one statement that decides. A seat leaves nobody waiting, so who waits afterwards is the one who came.
    update enrollment.cohort_seats s set taken = s.taken + s.seat_free::int,
        waiting = s.waiting + (not s.seat_free)::int, last_number = s.last_number + (not s.seat_free)::int
    where s.cohort_id = cohort
    returning s.waiting > 0, case when s.waiting > 0 then s.last_number end into queued, number;
    insert into enrollment.enrollment (zone_id, code, cohort_id, person_id, identity_id, state, queue_number, applied_at, seated_at)
    select z, new_code, cohort, p.id, p.identity_id, case when queued then 'waitlisted' else 'enrolled' end, number, at,
        case when not queued then at end
    from core.person p where p.id = person.id and p.merged_into is null for key share
    on conflict (cohort_id, identity_id) where state <> 'withdrawn' do nothing;
    if not found then
        -- Either the seat is theirs already (the counters roll back with the refusal), or the record was merged meanwhile.
        if exists (select from core.person p where p.id = person.id and p.merged_into is null) then
            perform core.reject('enrollment_one_per_cohort', cohort_code, person_code);
        end if;
        raise exception using errcode = 'serialization_failure', message = 'person merged meanwhile';
    end if;
    return core.finish(z, request, digest, at, 'enrollment', 'add', 'enrollment:' || new_code,
        jsonb_build_object('cohort', cohort_code, 'person', person_code, 'queue_number', number),
        array[new_code, case when queued then 'waitlisted' else 'enrolled' end, number::text]);
end $$;
select core.expose('enrollment.enroll', 'officer');
