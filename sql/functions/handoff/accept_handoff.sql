-- Acceptance is the transfer: custody, access, documents, obligations, credit, clock, receipt and notices move in one
-- commit. The receiver needs its squad; other zones that were offered the same part are told that they came second.
create or replace function handoff.accept_handoff(request uuid, digest bytea, at timestamptz, wanted text, expected int)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    h handoff.handoff;
    own core.zone;
    part handoff.project_part;
    moved int;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    h := handoff.step(z, wanted, 'accept', expected, at, null);
    select * into own from core.zone c where c.id = z;
    if own.closed_on <= core.day(at) then
        perform core.reject('receiver_open', own.code, own.closed_on::text, h.project_code, (select c.code from core.zone c where c.id = h.from_zone_id));
    end if;
    if (select count(*) from handoff.squad_member m join handoff.project_part t on t.project_id = m.project_id
        where m.zone_id = z and t.id = h.part_id and m.valid @> core.day(at)) < 3 then
        perform core.reject('receiver_has_squad', wanted, h.project_code, (select c.code from core.zone c where c.id = h.from_zone_id));
    end if;
    -- Only the custodian that made the offer can have given the part away.
    update handoff.project_part t set zone_id = z, epoch = t.epoch + 1, held_since = at
    where t.id = h.part_id and t.zone_id = h.from_zone_id and t.epoch = h.epoch returning * into part;
    if not found then perform core.reject('part_held_by_sender', h.project_code, ''); end if;
    update handoff.handoff o set accepted_on = core.day(at), receipt = handoff.receipt_of(o.id) where o.id = h.id
    returning * into h;
    perform handoff.forestall(h, at);
    perform handoff.move_access(h, part.project_id);
    moved := handoff.move_obligations(h, part.project_id, core.day(at));
    perform handoff.pass_credit(h, part.project_id, core.day(at));
    return handoff.close_step(z, request, digest, at, h, 'accept', 'handoff_accepted',
        jsonb_build_object('epoch', part.epoch, 'obligations', moved, 'receipt', h.receipt));
end $$;
select core.expose('handoff.accept_handoff', 'coordinator');
