-- An acceptance is undone from a day on: custody, access, obligations and credit are the sender's again, under a new epoch.
-- Shares that were agreed stay with the sender, whose the rest is now, too. Part of `correct_handoff`.
create or replace function handoff.give_back(h handoff.handoff, at timestamptz) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    part handoff.project_part;
    back handoff.handoff := h;
    pending handoff.handoff;
begin
    select * into pending from handoff.handoff o where o.part_id = h.part_id and o.on_offer order by o.id limit 1;
    if found then
        perform core.reject('handoff_one_open_per_part', h.project_code, pending.code, pending.state,
            (select c.code from core.zone c where c.id = h.to_zone_id));
    end if;
    back.from_zone_id := h.to_zone_id;
    back.to_zone_id := h.from_zone_id;
    back.keeps := 'status';
    update handoff.project_part t set zone_id = back.to_zone_id, epoch = t.epoch + 1, held_since = at
    where t.id = h.part_id and t.zone_id = back.from_zone_id and t.epoch = h.epoch + 1 returning * into part;
    if not found then
        perform core.reject('part_held_by_sender', h.project_code, (select c.code from handoff.project_part t
            join core.zone c on c.id = t.zone_id where t.id = h.part_id));
    end if;
    perform handoff.move_access(back, part.project_id);
    perform handoff.move_obligations(back, part.project_id, core.day(at));
    perform handoff.pass_line(back, part.project_id, core.day(at));
    delete from handoff.credit_share s where s.part_id = h.part_id and s.line = h.id and s.is_double
        and lower(s.valid) >= core.day(at);
    update handoff.credit_share s set valid = daterange(lower(s.valid), core.day(at))
    where s.part_id = h.part_id and s.line = h.id and s.is_double and s.valid @> core.day(at);
    delete from handoff.agreement g where g.handoff_id = h.id and g.starts_on is null;
end $$;
