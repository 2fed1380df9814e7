-- Notes that keys were copied out: which part, and the digest of the file.
create or replace function core.export_keys(request uuid, digest bytea, at timestamptz, part text, file_sha256 bytea)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
begin
    prior := core.begin('admin', z, request, digest, at);
    if prior is not null then return prior; end if;
    perform from core.zone o where o.id = z for no key update;
    return core.finish(z, request, digest, at, 'key', 'export', 'key:' || z,
        jsonb_build_object('part', part, 'sha256', encode(file_sha256, 'hex')), array[part]);
end $$;
select core.expose('core.export_keys', 'admin');
