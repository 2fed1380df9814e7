create or replace function eligibility.add_parameter(
    request uuid, digest bytea, at timestamptz, policy_code text, version_code text, new_code text, new_from date,
    new_type text, new_unit text, new_value text, new_article text, new_basis text, new_assumed boolean
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    version bigint;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    version := eligibility.draft(policy_code, version_code);
    insert into eligibility.parameter (version_id, code, valid_from, type, unit, value, article, basis, assumed)
    values (version, new_code, new_from, new_type, new_unit, new_value, new_article, new_basis, new_assumed);
    return core.finish(z, request, digest, at, 'parameter', 'add', 'policy:' || policy_code || ':' || version_code,
        jsonb_build_object('code', new_code, 'value', new_value, 'from', new_from), array[new_code]);
end $$;
select core.expose('eligibility.add_parameter', 'officer');
