-- A new zone of the region; only an administrator of the whole region may found one.
create or replace function core.add_zone(
    request uuid, digest bytea, at timestamptz, new_code text, new_name_zh text, new_name_en text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
begin
    prior := core.begin('admin', null, request, digest, at, regional => true);
    if prior is not null then return prior; end if;
    insert into core.zone (code, name_zh, name_en, opened_on)
    values (new_code, new_name_zh, new_name_en, least(core.day(at), core.day(clock_timestamp()))) returning id into z;
    return core.finish(z, request, digest, at, 'zone', 'add', 'zone:' || new_code, jsonb_build_object('code', new_code),
        array[new_code, new_name_zh, new_name_en]);
end $$;
select core.expose('core.add_zone', 'admin');
