-- The other offers of a round end when one is accepted; their receivers are told.
create or replace function handoff.forestall(won handoff.handoff, at timestamptz) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    h handoff.handoff;
    before handoff.handoff;
begin
    for before in select * from handoff.handoff o
        where o.part_id = won.part_id and o.round = won.round and o.on_offer and o.id <> won.id order by o.id for update loop
        update handoff.handoff o set state = 'withdrawn', version = o.version + 1, moved_at = at where o.id = before.id returning * into h;
        h := handoff.set_clock(handoff.turn_clock(h, before, null, core.day(at)));
        perform handoff.log_step(h, before.state, 'forestall', won.to_zone_id, at, null);
        perform handoff.end_preview(h);
        perform core.notify(h.to_zone_id, at, 'zone:' || c.code, 'handoff:' || h.code, 'handoff_forestalled', h.code, h.project_code)
        from core.zone c where c.id = h.to_zone_id;
    end loop;
end $$;
