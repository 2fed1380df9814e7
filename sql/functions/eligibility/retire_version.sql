-- A published version ends earlier than it said, so that another can take its place.
create or replace function eligibility.retire_version(
    request uuid, digest bytea, at timestamptz, policy_code text, version_code text, last_day date, late date, reason text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    v eligibility.version;
    foreign_zone text;
begin
    prior := core.begin('reviewer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select ver.* into v from eligibility.version ver join eligibility.policy p on p.id = ver.policy_id
    where p.code = policy_code and ver.code = version_code for update of ver;
    if not found then perform core.missing('version', policy_code || ' ' || version_code); end if;
    if v.state = 'draft' then perform core.reject('version_in_force', policy_code, version_code); end if;
    if last_day > v.valid_until then perform core.reject('version_ends_earlier', version_code, v.valid_until::text); end if;
    select k.code into foreign_zone from eligibility.policy_zone pz join core.zone k on k.id = pz.zone_id
    where pz.policy_id = v.policy_id and not core.has_role('reviewer', k.id) limit 1;
    if found then perform core.reject('version_zone_own', policy_code, foreign_zone); end if;
    update eligibility.version set state = 'retired', valid_until = last_day, late_claim_until = late where id = v.id;
    update eligibility.version_zone set validity = daterange(v.valid_from, last_day, '[]') where version_id = v.id;
    return core.finish(z, request, digest, at, 'policy', 'retire', 'policy:' || policy_code || ':' || version_code,
        jsonb_build_object('until', last_day, 'late_claim_until', late, 'reason', reason), array[policy_code, version_code]);
end $$;
select core.expose('eligibility.retire_version', 'reviewer');
