-- A fact about a person or an organization of the zone, as observed on a day; what was on record stays on record.
create or replace function eligibility.set_fact(
    request uuid, digest bytea, at timestamptz, subject_code text, fact_name text, new_key text, new_value text,
    observed date, new_source text, new_evidence text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    person core.person;
    org bigint;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    person := core.person_of(z, subject_code);
    if person.id is null then
        select o.id into org from core.organization o where o.zone_id = z and o.code = subject_code for no key update;
        if not found then perform core.missing('person', subject_code); end if;
    else
        -- The lock puts the events of one person in a sequence.
        perform from core.person p where p.id = person.id for no key update;
    end if;
    if not exists (select from eligibility.fact f where f.name = fact_name and f.name !~ '\.') then
        perform core.missing('fact', fact_name);
    end if;
    perform eligibility.check_value(fact_name, new_value);
    if (new_key is null) <> (new_value in ('none', 'listed') or not exists (
        select from eligibility.fact f where f.name = fact_name and f.type = 'rows')) then
        perform core.reject('fact_row_has_key', fact_name);
    end if;
    if observed > core.day(at) then perform core.reject('fact_observed_by_now', fact_name, observed::text); end if;
    insert into eligibility.fact_value
        (zone_id, person_id, organization_id, fact, row_key, value, observed_on, source, evidence, recorded_at)
    values (z, person.id, org, fact_name, new_key, new_value, observed, new_source, new_evidence, at);
    return core.finish(z, request, digest, at, 'fact', 'set',
        case when person.id is null then 'org' else 'person' end || '-facts:' || z || ':' || coalesce(person.code, subject_code),
        jsonb_build_object('fact', fact_name, 'row', new_key, 'observed_on', observed, 'source', new_source),
        array[coalesce(person.code, subject_code), fact_name]);
end $$;
select core.expose('eligibility.set_fact', 'officer');
