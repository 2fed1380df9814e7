-- Zones, who belongs to them, and the zone that a session acts for.
create extension if not exists btree_gist with schema public;

-- One row: what this database is for. Business time can be set only in a sample.
create table core.database (
    singleton boolean primary key default true constraint database_one_row check (singleton),
    sample boolean not null
);

create table core.zone (
    id bigint generated always as identity primary key,
    code text not null constraint zone_code_once unique,
    name_zh text not null constraint zone_name_once unique,
    name_en text not null,
    opened_on date not null,
    closed_on date,
    constraint zone_closed_after_opened check (closed_on >= opened_on)
);

-- A login's role in a zone, or in all of them (zone_id null), on dated days.
create table core.membership (
    id bigint generated always as identity primary key,
    login text not null,
    role text not null constraint membership_role_known check (role in
        ('officer', 'coordinator', 'reviewer', 'cashier', 'auditor', 'joint_office', 'admin')),
    zone_id bigint references core.zone,
    valid_from date not null,
    valid_until date,
    -- Null: by whoever made the database.
    granted_by text,
    -- Whose place the login takes during a leave; such a role always ends.
    stands_in_for text,
    -- From then on the role is gone, whatever its dates; the row stays, for the log's readers.
    revoked_at timestamptz,
    constraint membership_valid_in_order check (valid_until >= valid_from),
    constraint membership_granted_by_another check (granted_by <> login),
    constraint membership_stand_in_is_another check (stands_in_for <> login),
    constraint membership_stand_in_ends check (stands_in_for is null or valid_until is not null),
    constraint membership_joint_office_of_the_region check (role <> 'joint_office' or zone_id is null),
    constraint membership_once_per_period exclude using gist (
        login with =, role with =, (coalesce(zone_id, 0)) with =, daterange(valid_from, valid_until, '[]') with &&)
        where (revoked_at is null)
);
create index membership_by_login on core.membership (login, zone_id, role);

-- The calendar day of an instant in the zones' time zone.
create function core.day(at timestamptz) returns date language sql immutable parallel safe
return (at at time zone 'Asia/Shanghai')::date;

-- The roles in force. Authority follows the server's real clock, never the business clock, which samples may set.
create view core.standing with (security_invoker) as
select m.login, m.role, m.zone_id from core.membership m
where m.revoked_at is null and m.valid_from <= core.day(now()) and (m.valid_until is null or m.valid_until >= core.day(now()));

create function core.has_role(needed text, z bigint) returns boolean
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    -- As text: compared with `session_user`, a name of another collation, the index would not serve.
    me text := session_user;
begin
    return exists (
        select from core.standing m where m.login = me and m.role = needed and (m.zone_id is null or m.zone_id = z));
end $$;

-- The zone this session acts for: the setting `zonebridge.zone`, checked against the login's membership, because
-- whoever can reach psql can set any setting; without it the only zone that the login has; else null.
create function core.active_zone() returns bigint
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    me text := session_user;
    wanted text := nullif(current_setting('zonebridge.zone', true), '');
    today date := core.day(now());
    named bigint;
    found bigint[];
begin
    -- Asked by every statement under a policy: the usual case takes two look-ups by index.
    if wanted is not null then
        select z.id into named from core.zone z
        where z.code = wanted and z.opened_on <= today and (z.closed_on is null or z.closed_on > today)
            and exists (select from core.standing m where m.login = me and (m.zone_id is null or m.zone_id = z.id));
        return named;
    end if;
    select array_agg(z.id) into found
    from core.zone z
    where z.opened_on <= today and (z.closed_on is null or z.closed_on > today)
        and exists (select from core.standing m where m.login = me and (m.zone_id is null or m.zone_id = z.id));
    return case when cardinality(found) = 1 then found[1] end;
end $$;

-- Whether this session may look across zones: a joint office that acts for the region, not for one zone.
create function core.regional() returns boolean
language plpgsql stable security definer set search_path = core, pg_temp as $$
begin
    return exists (
        select from core.standing m where m.login = session_user and m.role = 'joint_office' and m.zone_id is null);
end $$;

grant usage on schema core to zb_reader, zb_joint_office;
grant execute on function core.day(timestamptz), core.active_zone(), core.regional() to zb_reader, zb_joint_office;
