-- Many people in one statement: an outcome a row, with the code of the record. A number that occurs twice is the first row's
-- person. Part of the verb import.
create or replace function core.insert_people(
    z bigint, at timestamptz, names text[], ids_masked text[], births date[], sexes text[], phones_masked text[],
    units text[], posts text[], indexes bytea[], key_refs uuid[], wrapped_keys bytea[], ids_sealed bytea[],
    phones_sealed bytea[]
) returns text[] language plpgsql set search_path = core, pg_temp as $$
declare
    outcome text[];
begin
    with given as materialized (
        select g.*, row_number() over (partition by g.number_index order by g.n) as nth
        from unnest(names, ids_masked, births, sexes, phones_masked, units, posts, indexes, key_refs, wrapped_keys,
            ids_sealed, phones_sealed) with ordinality as g (name, id_masked, birth_on, sex, phone_masked, unit, post,
            number_index, key_ref, wrapped, id_sealed, phone_sealed, n)
    ), known as materialized (
        select g.n, g.number_index, p.code, p.name from given g
        join core.identity d on d.id_index = g.number_index
        join core.person p on p.identity_id = d.id and p.zone_id = z and p.merged_into is null and p.erased_on is null
    ), fresh as materialized (
        select g.*, core.next_code('P', at) as code, nextval('core.person_id_seq') as id,
            nextval('core.identity_id_seq') as new_identity
        from given g
        where (g.nth = 1 or g.number_index is null) and not exists (select from known k where k.n = g.n) order by g.n
    ), identities as (
        -- As core.identity_of: one path, whether another zone knows the number or not. In one order for all files.
        insert into core.identity as i (id, id_index) overriding system value
        select f.new_identity, f.number_index from fresh f order by f.number_index, f.n
        on conflict (id_index) do update set id_index = i.id_index returning i.id, i.id_index
    ), people as (
        insert into core.person (id, zone_id, code, name, identity_id, id_number_masked, birth_on, sex, phone_masked,
            organization_id, post) overriding system value
        select f.id, z, f.code, f.name, coalesce(i.id, f.new_identity), f.id_masked, f.birth_on, f.sex, f.phone_masked, o.id, f.post
        from fresh f left join identities i on i.id_index = f.number_index
        left join core.organization o on o.zone_id = z and o.code = f.unit order by f.n
    ), keys as (
        insert into core.person_key (ref, zone_id, person_id, wrapped)
        select f.key_ref, z, f.id, f.wrapped from fresh f where f.key_ref is not null
    ), secrets as (
        insert into core.person_secret (person_id, field, ref, sealed)
        select f.id, s.field, f.key_ref, s.sealed
        from fresh f, lateral (values ('id_number', f.id_sealed), ('phone', f.phone_sealed)) s (field, sealed)
        where s.sealed is not null
    )
    select array_agg(case when f.id is not null then 'added:' || f.code
            when coalesce(k.name, first.name) = g.name then 'unchanged:' || coalesce(k.code, first.code)
            else 'conflict:' || coalesce(k.code, first.code) end order by g.n)
    into outcome
    from given g left join known k on k.n = g.n left join fresh f on f.n = g.n
    left join fresh first on first.number_index = g.number_index;
    return outcome;
end $$;
