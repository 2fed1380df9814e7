-- The clock of the leg that ended stops, that of the next leg starts: each side has its own, in its working days, and none
-- starts breached. A question stops the answer's clock, which goes on with the days that it had left. Answers the handoff
-- with its clock; the caller writes it.
create or replace function handoff.turn_clock(h handoff.handoff, before handoff.handoff, days int, today date)
returns handoff.handoff language plpgsql set search_path = core, pg_temp as $$
declare
    waits boolean := (select s.open from handoff.state s where s.code = h.state);
begin
    if before.leg is not null then perform core.meet_deadline('handoff:' || h.code, before.leg, today); end if;
    if before.state = 'offered' and waits then
        select greatest(count(*), 1) into h.days_left
        from generate_series(today + 1, before.due_on, interval '1 day') as g (d) where core.is_working_day(g.d::date);
    end if;
    if waits then
        h.leg := h.state || '.' || h.version;
        h.due_on := core.start_deadline(case when h.state = 'offered' then h.to_zone_id else h.from_zone_id end,
            'handoff:' || h.code, h.leg, 'working', coalesce(days, h.days_left, 1), today);
    else
        h.leg := null;
        h.due_on := null;
    end if;
    return h;
end $$;
