-- Ends the use of the zone's replaced master keys under which nothing is wrapped any more. Answers their ids.
create or replace function core.retire_master_keys(request uuid, digest bytea, at timestamptz)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    retired text[];
begin
    prior := core.begin('admin', z, request, digest, at);
    if prior is not null then return prior; end if;
    perform from core.zone o where o.id = z for no key update;
    with done as (
        update core.master_key k set retired_at = clock_timestamp()
        where k.zone_id = z and k.replaced_at is not null and k.retired_at is null
            and not exists (select from core.person_key p where p.zone_id = z and p.master_id = k.id)
        returning k.id)
    select coalesce(array_agg(encode(id, 'hex')), '{}') into retired from done;
    if cardinality(retired) = 0 then return core.answer(request, digest, at, retired); end if;
    return core.finish(z, request, digest, at, 'key', 'retire', 'key:' || z, jsonb_build_object('keys', retired), retired);
end $$;
select core.expose('core.retire_master_keys', 'admin');
