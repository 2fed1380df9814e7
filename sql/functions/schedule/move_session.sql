-- A session at another time or in another room; its zone hears who got in first when two officers move it at once.
create or replace function schedule.move_session(
    request uuid, digest bytea, at timestamptz, session_code text, was timestamptz,
    new_starts_at timestamptz, new_ends_at timestamptz, venue_code text, reason text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    held schedule.session;
    wanted schedule.session;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    held := schedule.session_to_change(z, session_code, at, was);
    -- Without an end it takes as long as before.
    wanted := schedule.retimed(held, coalesce(new_starts_at, held.starts_at),
        coalesce(new_ends_at, coalesce(new_starts_at, held.starts_at) + (held.ends_at - held.starts_at)));
    if wanted.starts_at <= at then
        perform core.reject('session_not_begun', session_code, schedule.minute(wanted.starts_at));
    end if;
    if venue_code is not null then wanted.venue_id := schedule.venue_named(z, venue_code); end if;
    wanted := (schedule.change_sessions(z, at, 'moved', reason, array[held], array[wanted]))[1];
    return core.finish(z, request, digest, at, 'session', 'move', 'session:' || session_code,
        jsonb_build_object('was', held.starts_at, 'starts_at', wanted.starts_at, 'ends_at', wanted.ends_at,
            'venue', venue_code, 'reason', reason),
        array[session_code, schedule.minute(wanted.starts_at), schedule.minute(wanted.ends_at),
            (select v.code from schedule.venue v where v.id = wanted.venue_id), wanted.sequence::text,
            schedule.special_day(wanted.held_on)]);
end $$;
select core.expose('schedule.move_session', 'officer');
