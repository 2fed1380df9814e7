-- Somebody else teaches a session: an event of its own, with its reason.
create or replace function schedule.substitute_instructor(
    request uuid, digest bytea, at timestamptz, session_code text, instructor_code text, reason text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    held schedule.session;
    wanted schedule.session;
    before text;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    held := schedule.session_to_change(z, session_code, at, null);
    select i.code into before from schedule.instructor i where i.id = held.instructor_id;
    wanted := held;
    wanted.instructor_id := schedule.instructor_named(z, instructor_code);
    if wanted.instructor_id = held.instructor_id then
        perform core.reject('session_substituted_by_other', session_code, instructor_code);
    end if;
    perform schedule.change_sessions(z, at, 'substituted', reason, array[held], array[wanted]);
    return core.finish(z, request, digest, at, 'session', 'substitute', 'session:' || session_code,
        jsonb_build_object('was', before, 'instructor', instructor_code, 'reason', reason),
        array[session_code, before, instructor_code]);
end $$;
select core.expose('schedule.substitute_instructor', 'officer');
