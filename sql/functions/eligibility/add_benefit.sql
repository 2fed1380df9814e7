-- What a draft gives; amounts are formulas whose form was checked by the program.
create or replace function eligibility.add_benefit(
    request uuid, digest bytea, at timestamptz, policy_code text, version_code text, new_code text, new_kind text,
    new_zh text, new_en text, new_article text, new_amount text, new_condition text, new_ending text, new_stage int,
    new_cap text, new_cap_scope text, new_once_per text[], new_months text, new_spread bigint, new_subsidy bigint, new_years int,
    new_payers text[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    version bigint;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    version := eligibility.draft(policy_code, version_code);
    insert into eligibility.benefit (version_id, code, position, kind, name_zh, name_en, article, amount, condition, ending,
        stage, cap, cap_scope, once_per, months, spread_ppm, subsidy_ppm, subsidised_years, payers)
    select version, new_code, coalesce(max(b.position), 0) + 1, new_kind, new_zh, new_en, new_article, new_amount,
        new_condition, new_ending, new_stage, new_cap, new_cap_scope, new_once_per, new_months, new_spread, new_subsidy,
        new_years, new_payers
    from eligibility.benefit b where b.version_id = version;
    return core.finish(z, request, digest, at, 'benefit', 'add', 'policy:' || policy_code || ':' || version_code,
        jsonb_build_object('code', new_code, 'kind', new_kind, 'amount', new_amount), array[new_code]);
end $$;
select core.expose('eligibility.add_benefit', 'officer');
