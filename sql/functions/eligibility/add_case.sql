create or replace function eligibility.add_case(
    request uuid, digest bytea, at timestamptz, policy_code text, version_code text, new_code text, new_as_of date,
    new_facts text, new_verdict text, new_amount bigint, new_source text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    version bigint;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    version := eligibility.draft(policy_code, version_code);
    insert into eligibility.worked_case (version_id, code, as_of, facts, verdict, amount_fen, source)
    values (version, new_code, new_as_of, new_facts, new_verdict, new_amount, new_source);
    return core.finish(z, request, digest, at, 'case', 'add', 'policy:' || policy_code || ':' || version_code,
        jsonb_build_object('code', new_code, 'as_of', new_as_of, 'verdict', new_verdict), array[new_code]);
end $$;
select core.expose('eligibility.add_case', 'officer');
