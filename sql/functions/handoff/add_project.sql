-- A project begins where it is registered: that zone is its origin and first custodian, and has all of its credit.
create or replace function handoff.add_project(
    request uuid, digest bytea, at timestamptz,
    new_code text, new_name text, new_industry text, new_stage text, founder text, organization text,
    new_kind text, new_currency text, new_investment bigint, new_energy int, key_project boolean
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    person core.person;
    org bigint;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    if founder is not null then
        select * into person from core.person_of(z, founder);
        if person.id is null then perform core.missing('person', founder); end if;
    end if;
    if organization is not null then
        select o.id into org from core.organization o where o.zone_id = z and o.code = organization;
        if not found then perform core.missing('org', organization); end if;
    end if;
    new_code := coalesce(new_code, core.next_code('X', at));
    perform handoff.insert_project(z, core.day(at), at, new_code, new_name, new_industry, new_stage, new_kind,
        new_currency, new_investment, new_energy, key_project, person, org, organization);
    return core.finish(z, request, digest, at, 'project', 'add', 'project:' || new_code,
        jsonb_build_object('stage', new_stage, 'industry', new_industry), array[new_code]);
end $$;
select core.expose('handoff.add_project', 'coordinator');
