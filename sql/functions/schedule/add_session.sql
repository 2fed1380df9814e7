-- A session of a course: books its room, its instructor and its cohort, or is refused with what stands in the way.
create or replace function schedule.add_session(
    request uuid, digest bytea, at timestamptz,
    new_code text, course_code text, venue_code text, instructor_code text,
    new_starts_at timestamptz, new_ends_at timestamptz, new_hours bigint, new_contact text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    course record;
    cohort enrollment.cohort;
    added schedule.session;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select l.id, c.code as cohort_code into course
    from schedule.course l
    join enrollment.cohort c on c.id = l.cohort_id
    join enrollment.cohort_party p on p.cohort_id = c.id and p.zone_id = z
    where l.code = course_code;
    if not found then perform core.missing('course', course_code); end if;
    cohort := schedule.cohort_of(z, course.cohort_code);
    new_code := coalesce(new_code, core.next_code('S', at));
    insert into schedule.session
        (zone_id, contact, code, cohort_id, course_id, venue_id, instructor_id, starts_at, ends_at, hours, planned_at)
    values (z, coalesce(new_contact, session_user), new_code, cohort.id, course.id,
        schedule.venue_named(z, venue_code), schedule.instructor_named(z, instructor_code),
        new_starts_at, new_ends_at, new_hours, at)
    returning * into added;
    perform schedule.book(z, array[added]);
    return core.finish(z, request, digest, at, 'session', 'add', 'session:' || new_code,
        jsonb_build_object('code', new_code, 'course', course_code, 'venue', venue_code, 'instructor', instructor_code,
            'starts_at', new_starts_at, 'ends_at', new_ends_at, 'hours', new_hours),
        array[new_code, cohort.code, schedule.special_day(added.held_on)]);
end $$;
select core.expose('schedule.add_session', 'officer');
