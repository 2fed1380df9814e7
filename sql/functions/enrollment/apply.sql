-- One person or a group applies to a cohort. First come: seats for all of them, or all into the queue, unless the group may
-- be split; by score or draw: a list that is decided later. Answers code, state, number and full limits, four by four.
create or replace function enrollment.apply(
    request uuid, digest bytea, at timestamptz, cohort_code text, person_codes text[], new_code text, split boolean,
    new_award text, new_post_level text, override text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    cohort enrollment.cohort;
    s enrollment.cohort_seats;
    own_place int;
    seated int := 0;
    answer text[] := '{}';
    e enrollment.enrollment;
    n int := cardinality(person_codes);
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    cohort := enrollment.open_cohort(z, cohort_code, at);
    select p.place into own_place from enrollment.cohort_party p where p.cohort_id = cohort.id and p.zone_id = z;
    select * into s from enrollment.cohort_seats t where t.cohort_id = cohort.id for update;
    s := enrollment.applicable(cohort, s, own_place, n, split, at);
    if cohort.mode = 'first-come' then
        seated := least(enrollment.seats_for(s, own_place), n);
        if seated < n and not split then seated := 0; end if;
    end if;
    for i in 1 .. n loop
        e := enrollment.applicant(z, person_codes[i], case when n = 1 then new_code else new_code || '-' || i end, at);
        e.award := new_award;
        e.post_level := new_post_level;
        e.group_code := case when n > 1 then coalesce(new_code, answer[1], e.code) end;
        e.splittable := split or n = 1;
        if cohort.mode = 'first-come' then
            s := enrollment.counted(s, own_place, (i <= seated)::int, (i > seated)::int);
            s.last_number := s.last_number + (i > seated)::int;
            e.state := case when i <= seated then 'enrolled' else 'waitlisted' end;
            e.seated_at := case when i <= seated then at end;
            e.queue_number := case when i > seated then s.last_number end;
        else
            e.state := 'applied';
        end if;
        perform enrollment.enter(cohort, e, at, override);
        answer := answer || array[e.code, e.state, e.queue_number::text,
            case when e.state = 'waitlisted' then enrollment.seats_full(s, own_place) end];
    end loop;
    perform enrollment.save_seats(enrollment.group_waits(s, own_place, n, seated, split, cohort, answer[1], at));
    return core.finish(z, request, digest, at, 'application', 'add', 'enrollment:' || answer[1],
        jsonb_build_object('cohort', cohort_code, 'persons', person_codes, 'override', override, 'placed', answer), answer);
end $$;
select core.expose('enrollment.apply', 'officer');
