-- Who has a login here; an administrator of one zone sees those who have, or had, a role in it or none at all.
create or replace function core.officers() returns table (
    login text, name text, os_user text, opened_at timestamptz, closed_at timestamptz, roles int
) language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    whole boolean := core.has_role('admin', null) or core.has_role('auditor', null);
begin
    if z is null and not whole then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    if not whole and not core.has_role('admin', z) and not core.has_role('auditor', z) then
        raise exception using errcode = 'ZB403', message = 'role needed', constraint = 'role_needed', detail = 'admin';
    end if;
    return query
        select l.login, coalesce(o.name, l.login), o.os_user, o.opened_at, o.closed_at, (
            select count(*)::int from core.membership m where m.login = l.login and m.revoked_at is null
                and m.valid_from <= core.day(now()) and (m.valid_until is null or m.valid_until >= core.day(now())))
        from (select x.login from core.officer x union select y.login from core.membership y) as l
        left join core.officer o on o.login = l.login
        where whole or not exists (select from core.membership m where m.login = l.login)
            or exists (select from core.membership m where m.login = l.login and m.zone_id = z)
        order by l.login collate "C";
end $$;
select core.expose('core.officers', 'admin');
select core.expose('core.officers', 'auditor');
