-- Of the bootstrap superuser: the only ways to make, widen and close a login, owned by zb_registrar, which may create
-- roles, and open to zb_owner alone, whose verbs decide who may ask. Names and groups are checked here once more.
create or replace function core.make_login(name text) returns void
language plpgsql security definer set search_path = core, pg_temp as $$
declare
    known pg_roles;
begin
    if name !~ '^[a-z_][a-z0-9_.-]{0,62}$' or name ~ '^(zb_|pg_)' or name in ('postgres', 'public', 'none') then
        raise exception using errcode = 'ZB001', message = 'refused: login_form', constraint = 'login_form', detail = name;
    end if;
    select * into known from pg_roles where rolname = name;
    if known.oid is null then
        execute format('create role %I login in role zb_login', name);
    elsif known.rolsuper or known.rolcreaterole or known.rolcreatedb or known.rolreplication or known.rolbypassrls
        or not exists (select from pg_auth_members g where g.member = known.oid and g.roleid::regrole::text ~ '^zb_') then
        -- A role of another purpose, a backup's or an application's, does not become a person's login.
        raise exception using errcode = 'ZB001', message = 'refused: login_of_a_person', constraint = 'login_of_a_person',
            detail = name;
    elsif not known.rolcanlogin then
        execute format('alter role %I login', name);
    end if;
    -- A stuck or dying client must not hold the others up. Settings of a group do not reach its members: set for each.
    if not coalesce(known.rolconfig::text ~ 'lock_timeout', false) then
        execute format('alter role %I set statement_timeout = ''60s''', name);
        execute format('alter role %I set lock_timeout = ''10s''', name);
        execute format('alter role %I set idle_in_transaction_session_timeout = ''60s''', name);
    end if;
end $$;

create or replace function core.grant_group(name text, role text) returns void
language plpgsql security definer set search_path = core, pg_temp as $$
begin
    if role not in ('officer', 'coordinator', 'reviewer', 'cashier', 'auditor', 'joint_office', 'admin') then
        raise exception using errcode = 'ZB001', message = 'refused: membership_role_known',
            constraint = 'membership_role_known', detail = role;
    end if;
    perform core.make_login(name);
    execute format('grant %I to %I', 'zb_' || role, name);
end $$;

-- A login that was closed can be nobody's any more; what it had open ends at once.
create or replace function core.close_login(name text) returns void
language plpgsql security definer set search_path = core, pg_temp as $$
begin
    perform core.make_login(name);
    execute format('alter role %I nologin', name);
    perform pg_terminate_backend(pid) from pg_stat_activity where usename = name and pid <> pg_backend_pid();
end $$;

alter function core.make_login(text) owner to zb_registrar;
alter function core.grant_group(text, text) owner to zb_registrar;
alter function core.close_login(text) owner to zb_registrar;
grant usage on schema core to zb_registrar;
revoke all on function core.make_login(text), core.grant_group(text, text), core.close_login(text) from public;
grant execute on function core.make_login(text), core.grant_group(text, text), core.close_login(text) to zb_owner;
