-- A role ends now, or after a last day. The group role of the server stays: by itself it opens nothing.
create or replace function core.revoke_role(
    request uuid, digest bytea, at timestamptz, holder text, old_role text, zone_code text, last_day date, reason text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    target bigint;
    prior text[];
    ended int;
begin
    select id into target from core.zone where code = zone_code;
    prior := core.begin('admin', target, request, digest, at, regional => zone_code is null);
    if prior is not null then return prior; end if;
    if zone_code is not null and target is null then perform core.missing('zone', zone_code); end if;
    lock table core.membership in share row exclusive mode;
    if old_role = 'admin' and zone_code is null and not exists (select from core.membership m
        where m.role = 'admin' and m.zone_id is null and m.revoked_at is null and m.login <> holder
            and m.valid_from <= core.day(now()) and m.valid_until is null) then
        perform core.reject('administrator_remains', holder);
    end if;
    update core.membership m set
        revoked_at = case when last_day is null then clock_timestamp() end, valid_until = coalesce(last_day, m.valid_until)
    where m.login = holder and m.role = old_role and m.zone_id is not distinct from target and m.revoked_at is null
        and (m.valid_until is null or m.valid_until >= coalesce(last_day, core.day(now())));
    get diagnostics ended = row_count;
    if ended = 0 then perform core.missing('role', concat_ws(' ', holder, old_role, zone_code)); end if;
    return core.finish(coalesce(target, z), request, digest, at, 'role', 'revoke', 'officer:' || holder,
        jsonb_build_object('role', old_role, 'zone', zone_code, 'until', last_day, 'reason', reason),
        array[holder, old_role, zone_code, last_day::text]);
end $$;
select core.expose('core.revoke_role', 'admin');
