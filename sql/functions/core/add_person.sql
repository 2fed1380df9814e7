create or replace function core.add_person(
    request uuid, digest bytea, at timestamptz,
    new_code text, new_name text, id_masked text, birth_on date, sex text, phone_masked text, unit_code text, post text,
    index_key bytea, number_index bytea, key_ref uuid, wrapped bytea, id_sealed bytea, phone_sealed bytea
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    new_code := coalesce(new_code, core.next_code('P', at));
    perform core.insert_person(z, new_code, new_name, id_masked, birth_on, sex, phone_masked, unit_code, post,
        index_key, number_index, key_ref, wrapped, id_sealed, phone_sealed);
    return core.finish(z, request, digest, at, 'person', 'add', 'person:' || z || ':' || new_code,
        jsonb_build_object('code', new_code), array[new_code]);
end $$;
select core.expose('core.add_person', 'officer');
