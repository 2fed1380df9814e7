-- Puts newly wrapped forms in the place of old ones; a key that changed or went meanwhile is left alone. A batch of
-- `key rotate`, whose beginning and end are events: what is sealed does not change.
create or replace function core.rewrap_keys(refs uuid[], old_wrapped bytea[], new_wrapped bytea[]) returns bigint
language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    done bigint;
begin
    if z is null then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    if not core.has_role('admin', z) then
        raise exception using errcode = 'ZB403', message = 'role needed', constraint = 'role_needed', detail = 'admin';
    end if;
    update core.person_key k set wrapped = n.wrapped
    from unnest(refs, old_wrapped, new_wrapped) as n (ref, before, wrapped)
    where k.zone_id = z and k.ref = n.ref and k.wrapped = n.before and substr(n.wrapped, 2, 8) = (
        select m.id from core.master_key m where m.zone_id = z and m.replaced_at is null);
    get diagnostics done = row_count;
    return done;
end $$;
select core.expose('core.rewrap_keys', 'admin');
