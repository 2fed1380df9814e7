-- The row of one offer: a new one, or the request that it answers. Part of `offer_handoff`.
create or replace function handoff.make_offer(
    z bigint, target bigint, part handoff.project_part, project text, new_round text, several boolean, why text,
    keeping text, parent text, at timestamptz
) returns handoff.handoff language plpgsql set search_path = core, pg_temp as $$
declare
    h handoff.handoff;
    asked handoff.handoff;
    days int := (select r.days from handoff.rule r where (r.from_state, r.action) = ('draft', 'offer'));
    above bigint := (select o.id from handoff.handoff o where o.code = parent);
begin
    select * into asked from handoff.handoff o
    where o.part_id = part.id and o.to_zone_id = target and o.state = 'requested' for update;
    if found then
        update handoff.handoff o set state = 'offered', version = o.version + 1, round = new_round, epoch = part.epoch,
            reason = why, keeps = keeping, offered_at = at, moved_at = at, due_on = o.due_on
        where o.id = asked.id returning * into h;
    else
        insert into handoff.handoff (code, part_id, project_code, from_zone_id, to_zone_id, round, parent_id, state, epoch,
            reason, keeps, offered_at, moved_at, due_on)
        values (new_round || case when several then '.' || (select c.code from core.zone c where c.id = target) else '' end,
            part.id, project, z, target, new_round, above, 'offered', part.epoch, why, keeping, at, at, core.day(at))
        returning * into h;
        asked := null;
    end if;
    h := handoff.set_clock(handoff.turn_clock(h, asked, days, core.day(at)));
    perform handoff.log_step(h, coalesce(asked.state, 'draft'), 'offer', z, at, why);
    return h;
end $$;
