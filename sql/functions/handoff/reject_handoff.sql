-- The receiver declines, with a reason that the sender gets as a notice; the part stays where it is.
create or replace function handoff.reject_handoff(request uuid, digest bytea, at timestamptz, wanted text, why text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    h handoff.handoff;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    h := handoff.step(z, wanted, 'reject', at, why);
    perform handoff.end_preview(h);
    perform core.notify(h.from_zone_id, at, 'zone:' || f.code, 'handoff:' || wanted, 'handoff_rejected', wanted, h.project_code)
    from core.zone f where f.id = h.from_zone_id;
    return core.finish(z, request, digest, at, 'handoff', 'reject', 'handoff:' || wanted,
        jsonb_build_object('project', h.project_code, 'reason', why), array[wanted, 'rejected']);
end $$;
select core.expose('handoff.reject_handoff', 'coordinator');
