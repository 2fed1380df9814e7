-- Whom the rows of a list are about: a person by the number's blind index or by code, else an organization by credit code,
-- code, or a name that only one has.
create or replace function eligibility.fact_subjects(z bigint, id_indexes bytea[], codes text[], units text[])
returns table (n bigint, person_id bigint, organization_id bigint, code text, name text)
language sql stable set search_path = core, pg_temp as $$
    select u.n, p.id, o.id, coalesce(p.code, o.code), p.name
    from unnest(id_indexes, codes, units) with ordinality as u (id_index, code, unit, n)
    left join lateral (
        select k.* from core.identity i join core.person k on k.identity_id = i.id
        where i.id_index = u.id_index and k.zone_id = z and k.merged_into is null and k.erased_on is null
        union all
        select k.* from core.person_of(z, u.code) as k where u.id_index is null and k.id is not null
    ) as p on true
    left join core.organization o on p.id is null and o.zone_id = z and o.id = coalesce(
        (select k.id from core.organization k where k.zone_id = z and k.credit_code = u.unit),
        (select k.id from core.organization k where k.zone_id = z and k.code = u.unit),
        (select min(k.id) from core.organization k where k.zone_id = z and k.name = u.unit having count(*) = 1))
$$;
