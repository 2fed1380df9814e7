-- Writes the clock that `turn_clock` gave a handoff whose row is there already.
create or replace function handoff.set_clock(h handoff.handoff) returns handoff.handoff
language plpgsql set search_path = core, pg_temp as $$
begin
    update handoff.handoff o set leg = h.leg, due_on = h.due_on, days_left = h.days_left where o.id = h.id returning * into h;
    return h;
end $$;
