-- A session that will not take place: the row stays, what it booked is free again, every zone of the cohort is told.
create or replace function schedule.cancel_session(
    request uuid, digest bytea, at timestamptz, session_code text, reason text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    held schedule.session;
    wanted schedule.session;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    held := schedule.session_to_change(z, session_code, at, null);
    wanted := held;
    wanted.state := 'cancelled';
    perform schedule.change_sessions(z, at, 'cancelled', reason, array[held], array[wanted]);
    return core.finish(z, request, digest, at, 'session', 'cancel', 'session:' || session_code,
        jsonb_build_object('reason', reason), array[session_code]);
end $$;
select core.expose('schedule.cancel_session', 'officer');
