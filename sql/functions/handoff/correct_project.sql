-- What was entered wrongly about a project or its present stage; what is null stays. The event keeps both.
create or replace function handoff.correct_project(
    request uuid, digest bytea, at timestamptz, wanted text, new_name text, new_industry text, new_kind text,
    new_currency text, new_investment bigint, new_energy int, key_project boolean, new_stage text, on_day date, why text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    p handoff.project;
    n handoff.project;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    p := handoff.held_project(z, wanted);
    update handoff.project j set name = coalesce(new_name, j.name), industry = coalesce(new_industry, j.industry),
        kind = coalesce(new_kind, j.kind), currency = coalesce(new_currency, j.currency),
        investment = coalesce(new_investment, j.investment), energy = coalesce(new_energy, j.energy),
        is_key = coalesce(key_project, j.is_key)
    where j.id = p.id;
    if new_stage is not null or on_day is not null then perform handoff.correct_stage(p, new_stage, on_day, core.day(at)); end if;
    select * into n from handoff.project j where j.id = p.id;
    return core.finish(z, request, digest, at, 'project', 'correct', 'project:' || wanted,
        jsonb_build_object('reason', why, 'before', to_jsonb(p) - 'id', 'after', to_jsonb(n) - 'id'), array[wanted]);
end $$;
select core.expose('handoff.correct_project', 'coordinator');
