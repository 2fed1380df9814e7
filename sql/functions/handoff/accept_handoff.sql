-- Acceptance is the transfer: custody, access, clock and notices move in one commit. The receiver needs its squad.
create or replace function handoff.accept_handoff(request uuid, digest bytea, at timestamptz, wanted text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    h handoff.handoff;
    part handoff.project_part;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    h := handoff.step(z, wanted, 'accept', at, null);
    select * into part from handoff.project_part t where t.id = h.part_id;
    if (select count(*) from handoff.squad_member m
        where m.zone_id = z and m.project_id = part.project_id and m.valid @> core.day(at)) < 3 then
        perform core.reject('receiver_has_squad', wanted, h.project_code);
    end if;
    -- Only the custodian that made the offer can have given the part away.
    update handoff.project_part t set zone_id = z, epoch = t.epoch + 1, held_since = at
    where t.id = h.part_id and t.zone_id = h.from_zone_id and t.epoch = h.epoch returning * into part;
    if not found then perform core.reject('part_held_by_sender', h.project_code, ''); end if;
    update handoff.project_party y set level = case when y.zone_id = z then 'custodian' else 'status' end
    where y.project_id = part.project_id and y.zone_id in (z, h.from_zone_id);
    perform core.notify(h.from_zone_id, at, 'zone:' || f.code, 'handoff:' || wanted, 'handoff_accepted', wanted,
        h.project_code, t.code)
    from core.zone f, core.zone t where f.id = h.from_zone_id and t.id = z;
    return core.finish(z, request, digest, at, 'handoff', 'accept', 'handoff:' || wanted,
        jsonb_build_object('project', h.project_code, 'epoch', part.epoch),
        array[wanted, 'accepted', part.epoch::text]);
end $$;
select core.expose('handoff.accept_handoff', 'coordinator');
