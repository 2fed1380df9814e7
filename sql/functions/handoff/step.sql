-- One step of a handoff by the side that the rules name: guarded by its state and version, with its clock and its line in
-- the history. The part's row is locked first, everywhere, so that steps of one part come one after the other. Part of the
-- verbs below; `z` null is a regional joint office.
create or replace function handoff.step(z bigint, wanted text, act text, expected int, at timestamptz, note text)
returns handoff.handoff language plpgsql set search_path = core, pg_temp as $$
declare
    part bigint;
    h handoff.handoff;
    moved handoff.handoff;
    r handoff.rule;
    holder text;
    today date := core.day(at);
begin
    select o.part_id into part from handoff.handoff o
    where o.code = wanted and (z in (o.from_zone_id, o.to_zone_id) or act in ('settle', 'correct'));
    if part is null then perform core.missing('handoff', wanted); end if;
    select c.code into holder from handoff.project_part t join core.zone c on c.id = t.zone_id where t.id = part for update of t;
    select * into h from handoff.handoff o where o.code = wanted for update;
    if h.version <> expected then
        perform core.reject('handoff_version', wanted, expected::text, h.version::text, h.state, holder);
    end if;
    select * into r from handoff.rule q where q.from_state = h.state and q.action = act;
    if r.action is null then perform core.reject('handoff_allows_step', wanted, h.state, act, holder); end if;
    if r.side <> (case when z is null then r.side when r.side not in ('sender', 'receiver') then r.side
        when h.to_zone_id = z then 'receiver' else 'sender' end) then
        perform core.reject('handoff_side', wanted, act, r.side, h.state, holder);
    end if;
    -- Clocks of two programs may differ a little; a step of an earlier time is a mistake.
    if at < h.moved_at - interval '5 minutes' then
        perform core.reject('handoff_time_goes_forward', wanted, core.day(h.moved_at)::text, h.state, holder);
    end if;
    -- Who was silent until the day had passed may still decline, not accept: the sender may count on it.
    if h.to_zone_id = z and h.on_offer and act not in ('reject', 'lapse') and h.due_on < today then
        perform core.reject('handoff_in_time', wanted, h.due_on::text, h.state, holder);
    end if;
    if act = 'lapse' and h.due_on >= today then
        perform core.reject('handoff_lapses_when_due', wanted, h.due_on::text, h.state, holder);
    end if;
    moved := h;
    moved.state := r.to_state;
    moved.version := h.version + 1;
    moved := handoff.turn_clock(moved, h, r.days, today);
    update handoff.handoff o set state = moved.state, version = moved.version, leg = moved.leg, due_on = moved.due_on,
        days_left = moved.days_left, moved_at = greatest(o.moved_at, step.at)
    where o.id = h.id and o.state = h.state and o.version = h.version returning * into moved;
    perform handoff.log_step(moved, h.state, act, z, at, note);
    return moved;
end $$;
