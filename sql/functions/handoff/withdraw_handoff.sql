-- The sender takes its offer back before it was accepted; the receiver is told and sees the project no more.
create or replace function handoff.withdraw_handoff(request uuid, digest bytea, at timestamptz, wanted text, why text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    h handoff.handoff;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    h := handoff.step(z, wanted, 'withdraw', at, why);
    perform handoff.end_preview(h);
    perform core.notify(h.to_zone_id, at, 'zone:' || t.code, 'handoff:' || wanted, 'handoff_withdrawn', wanted, h.project_code)
    from core.zone t where t.id = h.to_zone_id;
    return core.finish(z, request, digest, at, 'handoff', 'withdraw', 'handoff:' || wanted,
        jsonb_build_object('project', h.project_code, 'reason', why), array[wanted, 'withdrawn']);
end $$;
select core.expose('handoff.withdraw_handoff', 'coordinator');
