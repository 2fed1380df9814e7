-- A zone's own record of a person, whoever else knows the same natural person; part of the verbs add and import.
create or replace function core.insert_person(
    z bigint, new_code text, new_name text, new_id_masked text, new_birth_on date, new_sex text, new_phone_masked text,
    unit_code text, new_post text, index_key bytea, number_index bytea, key_ref uuid, wrapped bytea, id_sealed bytea,
    phone_sealed bytea
) returns void language plpgsql set search_path = core, pg_temp as $$
declare
    unit bigint;
    person bigint;
begin
    if unit_code is not null then
        select o.id into unit from core.organization o where o.zone_id = z and o.code = unit_code;
        if not found then perform core.missing('org', unit_code); end if;
    end if;
    insert into core.person (zone_id, code, name, identity_id, id_number_masked, birth_on, sex, phone_masked,
        organization_id, post)
    values (z, new_code, new_name, core.identity_of(number_index), new_id_masked, new_birth_on, new_sex, new_phone_masked,
        unit, new_post)
    returning id into person;
    perform core.keep_secrets(z, person, index_key, key_ref, wrapped, id_sealed, phone_sealed);
end $$;
