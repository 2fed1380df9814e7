-- One step of a handoff by the side that the rules name: guarded by its state, with its line in the history. The part's
-- row is locked first, everywhere, so that steps of one part come one after the other. Part of the verbs below.
create or replace function handoff.step(z bigint, wanted text, act text, at timestamptz, note text)
returns handoff.handoff language plpgsql set search_path = core, pg_temp as $$
declare
    h handoff.handoff;
    moved handoff.handoff;
    r handoff.rule;
    mine text;
begin
    select * into h from handoff.handoff o where o.code = wanted and z in (o.from_zone_id, o.to_zone_id);
    if not found then perform core.missing('handoff', wanted); end if;
    perform from handoff.project_part t where t.id = h.part_id for update;
    select * into h from handoff.handoff o where o.id = h.id for update;
    mine := case when h.to_zone_id = z then 'receiver' else 'sender' end;
    select * into r from handoff.rule q where q.from_state = h.state and q.action = act;
    if not found then
        perform core.reject('handoff_allows_step', wanted, h.state, act,
            (select c.code from handoff.project_part t join core.zone c on c.id = t.zone_id where t.id = h.part_id));
    end if;
    if r.side <> mine then perform core.reject('handoff_side', wanted, act, r.side); end if;
    -- Who was silent until the day had passed may still decline, not accept: the sender may count on it.
    if mine = 'receiver' and act <> 'reject' and h.due_on < core.day(at) then
        perform core.reject('handoff_in_time', wanted, h.due_on::text);
    end if;
    update handoff.handoff o set state = r.to_state, version = o.version + 1 where o.id = h.id and o.state = h.state
    returning * into moved;
    insert into handoff.history
    values (h.id, moved.version, h.from_zone_id, h.to_zone_id, h.state, act, r.to_state, at, session_user, z, note);
    if not moved.open then perform core.meet_deadline('handoff:' || wanted, 'answer', core.day(at)); end if;
    return moved;
end $$;
