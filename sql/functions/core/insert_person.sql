-- A zone's own record of a person, whoever else knows the same natural person; part of the verbs add and import.
create or replace function core.insert_person(
    z bigint, new_code text, new_name text, new_id_number text, new_id_masked text, new_birth_on date, new_sex text,
    new_phone text, new_phone_masked text, unit_code text, new_post text
) returns void language plpgsql set search_path = core, pg_temp as $$
declare
    identity bigint;
    unit bigint;
    person bigint;
begin
    if unit_code is not null then
        select o.id into unit from core.organization o where o.zone_id = z and o.code = unit_code;
        if not found then perform core.missing('org', unit_code); end if;
    end if;
    if new_id_number is null then
        insert into core.identity (id_number) values (null) returning id into identity;
    else
        -- One path, whether another zone knows the number or not: its answer tells nobody.
        insert into core.identity as i (id_number) values (new_id_number)
        on conflict (id_number) do update set id_number = i.id_number returning id into identity;
    end if;
    insert into core.person (zone_id, code, name, identity_id, id_number_masked, birth_on, sex, phone_masked,
        organization_id, post)
    values (z, new_code, new_name, identity, new_id_masked, new_birth_on, new_sex, new_phone_masked, unit, new_post)
    returning id into person;
    insert into core.person_secret values (person, new_id_number, new_phone);
end $$;
