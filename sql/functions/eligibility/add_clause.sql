-- One condition of a draft, after those that it has; the condition's form was checked by the program.
create or replace function eligibility.add_clause(
    request uuid, digest bytea, at timestamptz, policy_code text, version_code text, new_code text, new_group text,
    new_alternative int, new_condition text, new_article text, new_zh text, new_en text, new_cure text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    version bigint;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    version := eligibility.draft(policy_code, version_code);
    insert into eligibility.clause
        (version_id, position, code, group_code, alternative, condition, article, wording_zh, wording_en, cure)
    select version, coalesce(max(c.position), 0) + 1, new_code, coalesce(new_group, new_code), new_alternative,
        new_condition, new_article, new_zh, new_en, new_cure
    from eligibility.clause c where c.version_id = version;
    return core.finish(z, request, digest, at, 'clause', 'add', 'policy:' || policy_code || ':' || version_code,
        jsonb_build_object('code', new_code, 'condition', new_condition), array[new_code]);
end $$;
select core.expose('eligibility.add_clause', 'officer');
