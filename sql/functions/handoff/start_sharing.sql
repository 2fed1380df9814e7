-- An agreement's years begin: on each of their days its zone takes its share out of the custodian's line, which keeps the
-- rest, so that the day's lines still sum to the whole. A double count takes nothing.
create or replace function handoff.start_sharing(a handoff.agreement, day date) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    span daterange := daterange(day, (day + make_interval(years => a.years))::date);
    s handoff.credit_share;
    taken int;
begin
    update handoff.agreement g set starts_on = lower(span), ends_on = upper(span)
    where (g.handoff_id, g.measure) = (a.handoff_id, a.measure);
    if a.is_double then
        insert into handoff.credit_share (project_id, part_id, measure, zone_id, line, points, is_double, valid)
        values (a.project_id, a.part_id, a.measure, a.zone_id, a.handoff_id, a.points, true, span);
        return;
    end if;
    for s in delete from handoff.credit_share c
        where c.part_id = a.part_id and c.measure = a.measure and c.line = 0 and c.valid && span returning * loop
        taken := s.points * a.points / 10000;
        insert into handoff.credit_share (project_id, part_id, measure, zone_id, line, points, valid)
        select a.project_id, a.part_id, a.measure, v.zone, v.line, v.points, v.valid
        from (values
            (s.zone_id, 0, s.points, s.valid * daterange(null, lower(span))),
            (s.zone_id, 0, s.points - taken, s.valid * span),
            (a.zone_id, a.handoff_id, taken, s.valid * span),
            (s.zone_id, 0, s.points, s.valid * daterange(upper(span), null))) as v (zone, line, points, valid)
        where not isempty(v.valid);
    end loop;
end $$;
