-- The project has come to something at the receiver: registered, started to build, produced; on a day between the
-- acceptance and today.
create or replace function handoff.land_handoff(
    request uuid, digest bytea, at timestamptz, wanted text, expected int, reached text, on_day date
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    h handoff.handoff;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    h := handoff.step(z, wanted, 'land', expected, at, reached || ' ' || coalesce(on_day, core.day(at)));
    if coalesce(on_day, core.day(at)) not between h.accepted_on and core.day(at) then
        perform core.reject('handoff_landed_after_acceptance', wanted, h.accepted_on::text, on_day::text);
    end if;
    update handoff.handoff o set landed_on = coalesce(on_day, core.day(at)), milestone = reached where o.id = h.id
    returning * into h;
    return handoff.close_step(z, request, digest, at, h, 'land', 'handoff_landed', jsonb_build_object('milestone', reached));
end $$;
select core.expose('handoff.land_handoff', 'coordinator');
