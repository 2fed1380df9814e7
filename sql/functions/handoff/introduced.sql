-- Both squads of a handoff that was accepted, by name, for its two zones: who introduces whom, A to A.
create or replace function handoff.introduced(wanted text, today date)
returns table (zone text, role text, code text, name text)
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    h handoff.handoff;
begin
    if z is null then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    select * into h from handoff.handoff o where o.code = wanted and z in (o.from_zone_id, o.to_zone_id);
    if not found then perform core.missing('handoff', wanted); end if;
    if h.accepted_on is null then return; end if;
    return query
        select c.code, m.role, n.code, n.name
        from handoff.project_part t
        join handoff.squad_member m on m.project_id = t.project_id and m.zone_id in (h.from_zone_id, h.to_zone_id)
            and m.valid @> greatest(h.accepted_on, case when m.zone_id = h.to_zone_id then introduced.today end)
        join core.zone c on c.id = m.zone_id
        join core.person p on p.id = m.person_id
        join core.person n on n.id = coalesce(p.merged_into, p.id)
        where t.id = h.part_id
        order by m.zone_id = h.to_zone_id, array_position(array['chief', 'a', 'b'], m.role);
end $$;
select core.expose('handoff.introduced', 'coordinator');
