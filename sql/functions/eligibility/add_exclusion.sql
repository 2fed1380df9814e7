-- What cannot be had beside a policy; the other policy may come into the register later.
create or replace function eligibility.add_exclusion(
    request uuid, digest bytea, at timestamptz, policy_code text, version_code text, new_other text, new_mode text,
    new_article text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    version bigint;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    version := eligibility.draft(policy_code, version_code);
    if new_other = policy_code then perform core.reject('exclusion_of_another', policy_code); end if;
    insert into eligibility.exclusion (version_id, other_policy, mode, article)
    values (version, new_other, new_mode, new_article);
    return core.finish(z, request, digest, at, 'exclusion', 'add', 'policy:' || policy_code || ':' || version_code,
        jsonb_build_object('with', new_other, 'mode', new_mode), array[new_other]);
end $$;
select core.expose('eligibility.add_exclusion', 'officer');
