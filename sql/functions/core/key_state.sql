-- Which keys a session must have for its zone; null ids before the first use. The ids tell nothing of the keys.
create or replace function core.key_state() returns table (zone_code text, index_id bytea, master_id bytea)
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
begin
    if z is null then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed',
            detail = coalesce(current_setting('zonebridge.zone', true), '');
    end if;
    return query
        select o.code, (select k.id from core.index_key k),
            (select k.id from core.master_key k where k.zone_id = z and k.replaced_at is null)
        from core.zone o where o.id = z;
end $$;
select core.expose('core.key_state', 'reader');
