-- A draft of what a policy says from a day on.
create or replace function eligibility.add_version(
    request uuid, digest bytea, at timestamptz, policy_code text, new_code text, new_anchor text,
    new_from date, new_until date, new_late date, new_transition text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    policy bigint;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select p.id into policy from eligibility.policy p where p.code = policy_code;
    if not found then perform core.missing('policy', policy_code); end if;
    if new_anchor not in ('application', 'conditions-met')
        and not exists (select from eligibility.fact f where f.name = new_anchor and f.type = 'day' and f.name !~ '\.') then
        perform core.missing('fact', new_anchor);
    end if;
    insert into eligibility.version
        (policy_id, code, anchor, valid_from, valid_until, late_claim_until, transition, drafted_by)
    values (policy, new_code, new_anchor, new_from, new_until, new_late, new_transition, array[session_user::text]);
    return core.finish(z, request, digest, at, 'policy', 'version', 'policy:' || policy_code || ':' || new_code,
        jsonb_build_object('from', new_from, 'until', new_until, 'anchor', new_anchor), array[policy_code, new_code]);
end $$;
select core.expose('eligibility.add_version', 'officer');
