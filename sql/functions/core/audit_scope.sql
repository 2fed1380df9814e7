-- Whose chains the login may audit: `*` for an auditor of the region, else the code of the active zone.
create or replace function core.audit_scope() returns text
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
begin
    if core.has_role('auditor', null) then return '*'; end if;
    if z is null then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    return (select code from core.zone where id = z);
end $$;
select core.expose('core.audit_scope', 'auditor');
