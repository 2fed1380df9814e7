-- The master keys that the zone has had, the latest last, and how many data keys each wraps.
create or replace function core.master_keys() returns table (
    id bytea, used_since timestamptz, replaced_at timestamptz, retired_at timestamptz, wraps bigint
) language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
begin
    if z is null then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    return query
        select k.id, k.used_since, k.replaced_at, k.retired_at,
            (select count(*) from core.person_key p where p.zone_id = z and p.master_id = k.id)
        from core.master_key k where k.zone_id = z order by k.used_since, k.id;
end $$;
select core.expose('core.master_keys', 'admin');
