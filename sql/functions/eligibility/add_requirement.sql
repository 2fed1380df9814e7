-- A document that an applicant has to bring.
create or replace function eligibility.add_requirement(
    request uuid, digest bytea, at timestamptz, policy_code text, version_code text, new_code text, new_zh text,
    new_en text, new_fact text, new_deferrable int
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    version bigint;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    version := eligibility.draft(policy_code, version_code);
    if not exists (select from eligibility.fact f where f.name = coalesce(new_fact, f.name)) then
        perform core.missing('fact', new_fact);
    end if;
    insert into eligibility.requirement (version_id, code, position, title_zh, title_en, fact, deferrable_days)
    select version, new_code, coalesce(max(r.position), 0) + 1, new_zh, new_en, new_fact, new_deferrable
    from eligibility.requirement r where r.version_id = version;
    return core.finish(z, request, digest, at, 'requirement', 'add', 'policy:' || policy_code || ':' || version_code,
        jsonb_build_object('code', new_code), array[new_code]);
end $$;
select core.expose('eligibility.add_requirement', 'officer');
