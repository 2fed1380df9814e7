-- The custodian's credit passes to the receiver from the day of acceptance, and the agreed terms become binding; those
-- whose measure has started already start at once.
create or replace function handoff.pass_credit(h handoff.handoff, project bigint, today date) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    a handoff.agreement;
begin
    perform handoff.pass_line(h, project, today);
    insert into handoff.agreement
    select h.id, project, h.part_id, t.measure, h.from_zone_id, t.sender_points, t.years, m.starts, t.is_double, t.floor, today
    from handoff.terms t join handoff.measure m on m.code = t.measure
    where t.handoff_id = h.id and t.version = (select max(l.version) from handoff.terms l where l.handoff_id = h.id);
    for a in select * from handoff.agreement g where g.handoff_id = h.id and (g.starts = 'acceptance'
        or (g.starts = 'construction' and exists (select from handoff.stage_entry e
            where e.project_id = project and e.stage = 'construction' and e.entered_on <= today))
        or (g.starts = 'first_amount' and exists (select from handoff.amount m
            where m.part_id = g.part_id and m.measure = g.measure and m.amount > 0 and m.on_day <= today))) loop
        perform handoff.start_sharing(a, today);
    end loop;
end $$;
