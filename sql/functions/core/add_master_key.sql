-- From now on the zone's new data keys are wrapped under this master key; the ones before are to be wrapped again.
create or replace function core.add_master_key(request uuid, digest bytea, at timestamptz, new_id bytea)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    present core.master_key;
begin
    prior := core.begin('admin', z, request, digest, at);
    if prior is not null then return prior; end if;
    -- The zone's row, locked: one replacement after the other.
    perform from core.zone o where o.id = z for no key update;
    select * into present from core.master_key k where k.zone_id = z and k.replaced_at is null;
    if present.id = new_id then return core.answer(request, digest, at, array[encode(new_id, 'hex')]); end if;
    if exists (select from core.master_key k where k.zone_id = z and k.id = new_id) then
        perform core.reject('key_in_use');
    end if;
    update core.master_key k set replaced_at = clock_timestamp() where k.zone_id = z and k.replaced_at is null;
    insert into core.master_key (zone_id, id) values (z, new_id);
    return core.finish(z, request, digest, at, 'key', 'rotate', 'key:' || z,
        jsonb_build_object('from', encode(present.id, 'hex'), 'to', encode(new_id, 'hex')), array[encode(new_id, 'hex')]);
end $$;
select core.expose('core.add_master_key', 'admin');
