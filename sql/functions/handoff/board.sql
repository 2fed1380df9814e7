-- The zone's parts, those that need attention first; silence and the next promise, on one screen.
create or replace function handoff.board(today date, most int)
returns table (code text, part text, name text, stage text, chief text, a text, b text, silent int, due_on date,
    what text, attention_on date, warn_on date)
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
begin
    if z is null then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    return query
        select p.code, t.name, p.name, p.stage, s.names[1], s.names[2], s.names[3], today - p.progress_on, o.due_on, o.what,
            t.attention_on, t.attention_on - handoff.period_days('silence_warning', today)
        from (select * from handoff.project_part w where w.zone_id = z order by w.attention_on, w.id limit most) as t
        join handoff.project p on p.id = t.project_id
        left join lateral (
            select q.due_on, q.what from handoff.obligation q
            where q.project_id = t.project_id and q.part_id = t.id and q.kept_on is null order by q.due_on limit 1) as o on true
        left join lateral (
            select array[max(n.name) filter (where m.role = 'chief'), max(n.name) filter (where m.role = 'a'),
                max(n.name) filter (where m.role = 'b')] as names
            from handoff.squad_member m join core.person n on n.id = m.person_id
            where m.project_id = t.project_id and m.zone_id = z and m.valid @> today) as s on true
        order by t.attention_on, t.id;
end $$;
select core.expose('handoff.board', 'coordinator');
