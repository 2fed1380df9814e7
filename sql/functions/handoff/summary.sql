-- A handoff in one line for the answers of its verbs: state, custody, clock, credit, who was told what, and after an
-- acceptance whose A hands over to whose.
create or replace function handoff.summary(h handoff.handoff, told text) returns text[]
language plpgsql stable set search_path = core, pg_temp as $$
declare
    holder text;
    epoch int;
    credit text;
begin
    select c.code, t.epoch into holder, epoch
    from handoff.project_part t join core.zone c on c.id = t.zone_id where t.id = h.part_id;
    select string_agg(s.measure || ' ' || trim_scale(s.sender_points / 100.0) || ':' || trim_scale(s.receiver_points / 100.0)
        || case when s.is_double then ' double' else '' end, ', ' order by s.measure) into credit
    from handoff.terms s where s.handoff_id = h.id
        and s.version = (select max(l.version) from handoff.terms l where l.handoff_id = h.id);
    return array[h.code, h.state, h.version::text, holder, epoch::text, h.due_on::text,
        case when h.state = 'offered' then 'receiver' when h.open then 'sender' end, credit, told, h.receipt,
        case when h.accepted_on is not null then handoff.introduction(h) end];
end $$;
