-- The zone's wrapped data keys after `after`, in the order of their refs: all of them, for a backup, or those that a
-- replaced master key wraps. Nobody can open them without the key file.
create or replace function core.wrapped_keys(after uuid, number int, of_replaced boolean)
returns table (ref uuid, person text, wrapped bytea)
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
begin
    if z is null then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    if not core.has_role('admin', z) then
        raise exception using errcode = 'ZB403', message = 'role needed', constraint = 'role_needed', detail = 'admin';
    end if;
    return query
        select k.ref, p.code, k.wrapped from core.person_key k left join core.person p on p.id = k.person_id
        where k.zone_id = z and k.ref > after and (not of_replaced or k.master_id in (
            select m.id from core.master_key m where m.zone_id = z and m.replaced_at is not null))
        order by k.ref limit number;
end $$;
select core.expose('core.wrapped_keys', 'admin');
