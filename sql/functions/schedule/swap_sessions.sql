-- Two sessions change places: each takes the other's time and, unless rooms are kept, the other's room.
create or replace function schedule.swap_sessions(
    request uuid, digest bytea, at timestamptz, first_code text, second_code text, keep_rooms boolean, reason text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    a schedule.session;
    b schedule.session;
    new_a schedule.session;
    new_b schedule.session;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    if first_code = second_code then perform core.reject('session_swapped_with_other', first_code); end if;
    -- Locked in the order of their ids by whoever changes several.
    perform from schedule.session s where s.code in (first_code, second_code) order by s.id for update;
    a := schedule.session_to_change(z, first_code, at, null);
    b := schedule.session_to_change(z, second_code, at, null);
    new_a := schedule.retimed(a, b.starts_at, b.ends_at);
    new_b := schedule.retimed(b, a.starts_at, a.ends_at);
    if not keep_rooms then
        new_a.venue_id := b.venue_id;
        new_b.venue_id := a.venue_id;
    end if;
    perform schedule.change_sessions(z, at, 'swapped', reason, array[a, b], array[new_a, new_b]);
    return core.finish(z, request, digest, at, 'session', 'swap', 'session:' || first_code,
        jsonb_build_object('with', second_code, 'keep_rooms', keep_rooms, 'reason', reason),
        array[first_code, schedule.minute(new_a.starts_at), second_code, schedule.minute(new_b.starts_at)]);
end $$;
select core.expose('schedule.swap_sessions', 'officer');
