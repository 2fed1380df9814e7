-- What an offer of a project's part would lack, for the zone that holds it.
create or replace function handoff.check_offer(wanted text, part_name text, today date)
returns table (code text, name_zh text, name_en text, count int, blocking boolean)
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    part bigint;
begin
    if z is null then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    select t.id into part from handoff.project p join handoff.project_part t on t.project_id = p.id and t.name = part_name
    where p.code = wanted and t.zone_id = z;
    if not found then perform core.missing('project', wanted); end if;
    return query select l.code, r.name_zh, r.name_en, l.count, l.blocking
        from handoff.lacking(z, part, today) l join handoff.requirement r on r.code = l.code order by r.position;
end $$;
select core.expose('handoff.check_offer', 'coordinator');
