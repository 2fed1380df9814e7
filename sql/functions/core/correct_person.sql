-- A mistake mended with a reason; a null parameter leaves its field as it is. The event names the fields, not the values.
create or replace function core.correct_person(
    request uuid, digest bytea, at timestamptz, person_code text, reason text,
    new_name text, new_id_masked text, new_birth_on date, new_sex text, new_phone_masked text, unit_code text, new_post text,
    index_key bytea, number_index bytea, key_ref uuid, wrapped bytea, id_sealed bytea, phone_sealed bytea
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    old core.person;
    unit bigint;
    identity bigint;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select * into old from core.person p
    where p.zone_id = z and p.code = person_code and p.merged_into is null and p.erased_on is null for update;
    if not found then perform core.no_person(z, person_code); end if;
    if unit_code is not null then
        select o.id into unit from core.organization o where o.zone_id = z and o.code = unit_code;
        if not found then perform core.missing('org', unit_code); end if;
    end if;
    if number_index is not null then identity := core.identity_of(number_index); end if;
    update core.person p set name = coalesce(new_name, p.name), identity_id = coalesce(identity, p.identity_id),
        id_number_masked = coalesce(new_id_masked, p.id_number_masked), birth_on = coalesce(new_birth_on, p.birth_on),
        sex = coalesce(new_sex, p.sex), phone_masked = coalesce(new_phone_masked, p.phone_masked),
        organization_id = coalesce(unit, p.organization_id), post = coalesce(new_post, p.post)
    where p.id = old.id;
    perform core.keep_secrets(z, old.id, index_key, key_ref, wrapped, id_sealed, phone_sealed);
    return core.finish(z, request, digest, at, 'person', 'correct', 'person:' || z || ':' || person_code,
        jsonb_build_object('reason', reason, 'fields', to_jsonb(array_remove(array[
            case when new_name is not null then 'name' end, case when id_sealed is not null then 'id_number' end,
            case when phone_sealed is not null then 'phone' end, case when unit_code is not null then 'unit' end,
            case when new_birth_on is not null then 'birth_on' end, case when new_sex is not null then 'sex' end,
            case when new_post is not null then 'post' end], null))),
        array[person_code]);
end $$;
select core.expose('core.correct_person', 'officer');
