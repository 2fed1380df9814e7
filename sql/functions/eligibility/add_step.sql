-- A step of the procedure, after those that the draft has: who acts, within how many days.
create or replace function eligibility.add_step(
    request uuid, digest bytea, at timestamptz, policy_code text, version_code text, new_code text, new_zh text,
    new_en text, new_actor text, new_days int, new_unit text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    version bigint;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    version := eligibility.draft(policy_code, version_code);
    insert into eligibility.step (version_id, position, code, title_zh, title_en, actor, days, unit)
    select version, coalesce(max(s.position), 0) + 1, new_code, new_zh, new_en, new_actor, new_days, new_unit
    from eligibility.step s where s.version_id = version;
    return core.finish(z, request, digest, at, 'step', 'add', 'policy:' || policy_code || ':' || version_code,
        jsonb_build_object('code', new_code, 'days', new_days, 'unit', new_unit), array[new_code]);
end $$;
select core.expose('eligibility.add_step', 'officer');
