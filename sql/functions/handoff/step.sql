-- One step of a handoff by the side that the rules name: guarded by its state and version, with its clock and its line in
-- the history. The part's row is locked first, everywhere, so that steps of one part come one after the other. Part of the
-- verbs below; `z` null is a regional joint office.
create or replace function handoff.step(z bigint, wanted text, act text, expected int, at timestamptz, note text)
returns handoff.handoff language plpgsql set search_path = core, pg_temp as $$
declare
    h handoff.handoff;
    moved handoff.handoff;
    r handoff.rule;
    mine text;
    holder text;
begin
    select * into h from handoff.handoff o where o.code = wanted and (z in (o.from_zone_id, o.to_zone_id) or act = 'settle');
    if not found then perform core.missing('handoff', wanted); end if;
    perform from handoff.project_part t where t.id = h.part_id for update;
    select * into h from handoff.handoff o where o.id = h.id for update;
    mine := case when h.to_zone_id = z then 'receiver' else 'sender' end;
    select c.code into holder from handoff.project_part t join core.zone c on c.id = t.zone_id where t.id = h.part_id;
    if h.version <> expected then
        perform core.reject('handoff_version', wanted, expected::text, h.version::text, h.state, holder);
    end if;
    select * into r from handoff.rule q where q.from_state = h.state and q.action = act;
    if not found then perform core.reject('handoff_allows_step', wanted, h.state, act, holder); end if;
    if r.side in ('sender', 'receiver') and r.side <> mine then
        perform core.reject('handoff_side', wanted, act, r.side);
    end if;
    -- Who was silent until the day had passed may still decline, not accept: the sender may count on it.
    if mine = 'receiver' and h.on_offer and act not in ('reject', 'lapse') and h.due_on < core.day(at) then
        perform core.reject('handoff_in_time', wanted, h.due_on::text);
    end if;
    if act = 'lapse' and h.due_on >= core.day(at) then
        perform core.reject('handoff_lapses_when_due', wanted, h.due_on::text);
    end if;
    update handoff.handoff o set state = r.to_state, version = o.version + 1 where o.id = h.id and o.state = h.state
    returning * into moved;
    moved := handoff.turn_clock(moved, h, r.days, core.day(at));
    perform handoff.log_step(moved, h.state, act, z, at, note);
    return moved;
end $$;
