-- Keeps a timetable, or a repair, that was found, for somebody to carry out.
create or replace function schedule.add_proposal(
    request uuid, digest bytea, at timestamptz, new_code text, used_seed bigint, used_moves bigint, hard bigint, soft bigint,
    courses text[], sessions text[], was timestamptz[], venues text[], instructors text[], were text[],
    starts timestamptz[], ends timestamptz[], counted bigint[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    proposal bigint;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    -- Only a host plans; a guest hears so here, not when somebody carries the proposal out.
    perform schedule.cohort_of(z, c.code) from enrollment.cohort c
    where c.id in (select l.cohort_id from schedule.course l where l.code = any (courses));
    new_code := coalesce(new_code, core.next_code('Q', at));
    insert into schedule.proposal (zone_id, code, made_at, made_by, seed, moves, hard_cost, soft_cost)
    values (z, new_code, at, session_user, used_seed, used_moves, hard, soft) returning id into proposal;
    insert into schedule.proposal_line (zone_id, proposal_id, course_id, session_id, was_at, venue_id, instructor_id,
        was_instructor_id, starts_at, ends_at, hours)
    select z, proposal, l.id, s.id, u.was, schedule.venue_named(z, u.venue), schedule.instructor_named(z, u.instructor),
        (select i.id from schedule.instructor i where i.code = u.was_instructor), u.starts, u.ends, u.hours
    from unnest(courses, sessions, was, venues, instructors, were, starts, ends, counted)
        as u (course, session, was, venue, instructor, was_instructor, starts, ends, hours)
    join schedule.course l on l.code = u.course
    left join schedule.session s on s.code = u.session and s.zone_id = z;
    return core.finish(z, request, digest, at, 'schedule', 'propose', 'proposal:' || new_code,
        jsonb_build_object('code', new_code, 'seed', used_seed, 'moves', used_moves, 'sessions', cardinality(courses)),
        array[new_code]);
end $$;
select core.expose('schedule.add_proposal', 'officer');
