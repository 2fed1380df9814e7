-- Who holds both halves of a pair of eyes, in one zone and at one time.
create or replace function core.duties() returns table (login text, zone_code text, first text, second text)
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    whole boolean := core.has_role('auditor', null);
begin
    if z is null and not whole then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    if not whole and not core.has_role('auditor', z) then
        raise exception using errcode = 'ZB403', message = 'role needed', constraint = 'role_needed', detail = 'auditor';
    end if;
    return query
        select distinct a.login, c.code, p.first, p.second
        from core.duty_pair p
        join core.membership a on a.role = p.first and a.revoked_at is null
        join core.membership b on b.login = a.login and b.role = p.second and b.revoked_at is null
            and (a.zone_id is null or b.zone_id is null or a.zone_id = b.zone_id)
            and daterange(a.valid_from, a.valid_until, '[]') && daterange(b.valid_from, b.valid_until, '[]')
        left join core.zone c on c.id = coalesce(a.zone_id, b.zone_id)
        where (whole or coalesce(a.zone_id, b.zone_id, z) = z)
            and coalesce(least(a.valid_until, b.valid_until), core.day(now())) >= core.day(now())
        order by a.login, c.code nulls first, p.first, p.second;
end $$;
select core.expose('core.duties', 'auditor');
