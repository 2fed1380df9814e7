-- The custodian's line of credit is the receiver's from a day on. Part of `pass_credit` and `give_back`.
create or replace function handoff.pass_line(h handoff.handoff, project bigint, today date) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    s handoff.credit_share;
begin
    for s in select * from handoff.credit_share c
        where c.part_id = h.part_id and c.line = 0 and coalesce(upper(c.valid) > today, true) loop
        if lower(s.valid) >= today then
            update handoff.credit_share c set zone_id = h.to_zone_id where c.id = s.id;
        else
            update handoff.credit_share c set valid = daterange(lower(s.valid), today) where c.id = s.id;
            insert into handoff.credit_share (project_id, part_id, measure, zone_id, line, points, valid)
            values (project, h.part_id, s.measure, h.to_zone_id, 0, s.points, daterange(today, upper(s.valid)));
        end if;
    end loop;
end $$;
