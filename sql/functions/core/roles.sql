-- Who may do what where: all of it for the region's administrators and auditors, a zone's for its own.
create or replace function core.roles() returns table (
    login text, role text, zone_code text, valid_from date, valid_until date, stands_in_for text, granted_by text,
    revoked_at timestamptz
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
        select m.login, m.role, c.code, m.valid_from, m.valid_until, m.stands_in_for, m.granted_by, m.revoked_at
        from core.membership m left join core.zone c on c.id = m.zone_id
        where whole or m.zone_id = z
        order by m.login collate "C", c.code nulls first, m.role, m.valid_from, m.id;
end $$;
select core.expose('core.roles', 'admin');
select core.expose('core.roles', 'auditor');
