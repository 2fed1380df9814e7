-- A part of a list that another office sent, an outcome a row: `added`, `unchanged`, `conflict` (the number has another
-- name) with the code, or `unknown`. A fact that its source said before is not put on record again. `employers` tells for a
-- month of insurance whether it was in the own organization.
create or replace function eligibility.import_facts(
    request uuid, digest bytea, at timestamptz, file_sha256 bytea, observed date, new_source text,
    id_indexes bytea[], codes text[], units text[], names text[],
    entries bigint[], facts text[], row_keys text[], vals text[], employers text[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    s record;
    fresh bigint[];
    subjects text[];
    changes jsonb[];
    outcome text[];
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    if observed > core.day(at) then perform core.reject('fact_observed_by_now', new_source, observed::text); end if;
    perform eligibility.check_value(d.fact, d.value)
    from (select distinct u.f as fact, u.v as value from unnest(facts, vals) as u (f, v)) as d;
    select array_agg(f.person_id order by f.n) as person, array_agg(f.organization_id order by f.n) as org,
        array_agg(f.code order by f.n) as code, array_agg(f.name <> names[f.n] order by f.n) as differs into s
    from eligibility.fact_subjects(z, id_indexes, codes, units) as f;
    -- The locks put the events of one subject in a sequence.
    perform from core.person p where p.id = any (s.person) order by p.id for no key update;
    perform from core.organization o where o.id = any (s.org) order by o.id for no key update;
    with said as (
        select d.n, d.i, b.person, b.org, b.code, d.fact, d.row_key, d.value || case when o.id is null or d.employer is null
            then '' when coalesce(d.employer in (o.name, o.code, o.credit_code), false) then ', own=yes' else ', own=no' end as value
        from unnest(entries, facts, row_keys, vals, employers) with ordinality as d (n, fact, row_key, value, employer, i)
        join unnest(s.person, s.org, s.code, s.differs) with ordinality as b (person, org, code, differs, n) on b.n = d.n
        left join core.person p on p.id = b.person
        left join core.organization o on (o.zone_id, o.id) = (p.zone_id, p.organization_id)
        where b.code is not null and b.differs is not true
    ), new as (
        select * from said where value is distinct from (
            select v.value from eligibility.fact_value v where v.zone_id = z and v.fact = said.fact
                and (v.person_id = said.person or v.organization_id = said.org) and v.row_key is not distinct from said.row_key
                and v.source = new_source and v.observed_on <= observed order by v.observed_on desc, v.id desc limit 1)
    ), entered as (
        insert into eligibility.fact_value (zone_id, person_id, organization_id, fact, row_key, value, observed_on, source, recorded_at)
        select z, person, org, fact, row_key, value, observed, new_source, import_facts.at from new order by i
    ), changed as (
        select case when max(c.person) is null then 'org' else 'person' end || '-facts:' || z || ':' || c.code as subject,
            jsonb_object_agg(c.fact, c.rows) as facts
        from (select person, code, fact, count(*) as rows from new group by person, code, fact) as c group by c.code
    )
    select (select array_agg(distinct n) from new), array_agg(c.subject), array_agg(jsonb_build_object('source', new_source,
        'observed_on', observed, 'facts', c.facts)) into fresh, subjects, changes from changed as c;
    select array_agg(case when b.code is null then 'unknown:' when b.differs then 'conflict:' || b.code
        when b.n = any (fresh) then 'added:' || b.code else 'unchanged:' || b.code end order by b.n) into outcome
    from unnest(s.code, s.differs) with ordinality as b (code, differs, n);
    if fresh is null then return core.answer(request, digest, at, outcome); end if;
    perform core.record_events(z, request, at, 'fact', 'import', subjects, changes);
    return core.finish(z, request, digest, at, 'fact', 'import', 'file:' || z || ':' || encode(file_sha256, 'hex') || ':facts',
        jsonb_build_object('source', new_source, 'rows', cardinality(outcome), 'added', cardinality(fresh)), outcome);
end $$;
select core.expose('eligibility.import_facts', 'officer');
