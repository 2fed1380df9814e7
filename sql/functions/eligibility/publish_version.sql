-- A draft comes into force as it was checked (`checked` is its revision then), by somebody who wrote nothing of it and
-- is a reviewer of every zone that it applies to. A sample, which one person tries alone, waives the second person.
create or replace function eligibility.publish_version(
    request uuid, digest bytea, at timestamptz, policy_code text, version_code text, checked int
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
    if v.state <> 'draft' then perform core.reject('version_immutable', v.code); end if;
    if v.revision <> checked then perform core.reject('version_checked_as_it_is', policy_code, version_code); end if;
    if session_user = any (v.drafted_by) and not (select sample from core.database) then
        perform core.reject('version_published_by_another', policy_code, version_code);
    end if;
    select k.code into foreign_zone from eligibility.policy_zone pz join core.zone k on k.id = pz.zone_id
    where pz.policy_id = v.policy_id and not core.has_role('reviewer', k.id) limit 1;
    if found then perform core.reject('version_zone_own', policy_code, foreign_zone); end if;
    update eligibility.version set state = 'published', published_by = session_user, published_at = at where id = v.id;
    insert into eligibility.version_zone
    select v.id, v.policy_id, pz.zone_id, v.anchor, daterange(v.valid_from, v.valid_until, '[]')
    from eligibility.policy_zone pz where pz.policy_id = v.policy_id;
    return core.finish(z, request, digest, at, 'policy', 'publish', 'policy:' || policy_code || ':' || version_code,
        jsonb_build_object('from', v.valid_from, 'until', v.valid_until, 'revision', v.revision),
        array[policy_code, version_code]);
end $$;
select core.expose('eligibility.publish_version', 'reviewer');
