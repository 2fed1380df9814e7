-- What is on record of a session that has begun, put right: the past does not change, the record of it may, with a reason.
create or replace function schedule.correct_session(
    request uuid, digest bytea, at timestamptz, session_code text, new_starts_at timestamptz, new_ends_at timestamptz,
    new_hours bigint, venue_code text, instructor_code text, reason text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    held schedule.session;
    wanted schedule.session;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    held := schedule.session_to_change(z, session_code, at, null, begun => true);
    wanted := schedule.retimed(held, coalesce(new_starts_at, held.starts_at), coalesce(new_ends_at, held.ends_at));
    wanted.hours := coalesce(new_hours, wanted.hours);
    if wanted.starts_at > at then
        perform core.reject('session_begun', session_code, schedule.minute(wanted.starts_at));
    end if;
    if venue_code is not null then wanted.venue_id := schedule.venue_named(z, venue_code); end if;
    if instructor_code is not null then wanted.instructor_id := schedule.instructor_named(z, instructor_code); end if;
    perform schedule.change_sessions(z, at, 'corrected', reason, array[held], array[wanted]);
    return core.finish(z, request, digest, at, 'session', 'correct', 'session:' || session_code,
        jsonb_build_object('was', held.starts_at, 'starts_at', wanted.starts_at, 'ends_at', wanted.ends_at,
            'hours', wanted.hours, 'venue', venue_code, 'instructor', instructor_code, 'reason', reason),
        array[session_code]);
end $$;
select core.expose('schedule.correct_session', 'officer');
