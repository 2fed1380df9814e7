-- A role in a zone, or in all (`zone_code` null), on dated days. The administrator of a zone grants in that zone only,
-- and nobody grants anything to themselves.
create or replace function core.grant_role(
    request uuid, digest bytea, at timestamptz, grantee text, new_role text, zone_code text, first_day date, last_day date,
    absent text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    target bigint;
    prior text[];
    start date := coalesce(first_day, core.day(now()));
begin
    select id into target from core.zone where code = zone_code;
    prior := core.begin('admin', target, request, digest, at, regional => zone_code is null);
    if prior is not null then return prior; end if;
    if zone_code is not null and target is null then perform core.missing('zone', zone_code); end if;
    lock table core.membership in share row exclusive mode;
    if not exists (select from core.officer o where o.login = grantee and o.closed_at is null) then
        perform core.missing('officer', grantee);
    end if;
    if exists (select from core.membership m where m.login = grantee and m.revoked_at is null
        and (m.valid_until is null or m.valid_until >= start)
        and (m.role = 'joint_office') <> (new_role = 'joint_office')) then
        perform core.reject('joint_office_apart', grantee);
    end if;
    -- A stand-in gets what the absent person has, and no more.
    if absent is not null and not exists (select from core.membership m
        where m.login = absent and m.role = new_role and m.revoked_at is null and (m.zone_id is null or m.zone_id = target)
            and m.valid_from <= last_day and (m.valid_until is null or m.valid_until >= start)) then
        perform core.reject('stand_in_for_a_role_held', absent, new_role);
    end if;
    perform core.grant_group(grantee, new_role);
    insert into core.membership (login, role, zone_id, valid_from, valid_until, granted_by, stands_in_for)
    values (grantee, new_role, target, start, last_day, session_user, absent);
    return core.finish(coalesce(target, z), request, digest, at, 'role', 'grant', 'officer:' || grantee,
        jsonb_build_object('role', new_role, 'zone', zone_code, 'from', start, 'until', last_day, 'stands_in_for', absent),
        array[grantee, new_role, zone_code, start::text, last_day::text]);
end $$;
select core.expose('core.grant_role', 'admin');
