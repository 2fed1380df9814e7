-- Of the bootstrap superuser, for one session only: it leaves with it.
-- A login with every role of the region: the first user of a private cluster.
create or replace function pg_temp.make_administrator(name text) returns void language plpgsql as $$
declare
    group_role text;
begin
    if name ~ '^zb_' then
        raise exception 'logins beginning with zb_ are reserved: %', name;
    end if;
    -- The machine's user may have a name that no login made later may have, such as postgres.
    if not exists (select from pg_roles where rolname = name) then
        execute format('create role %I login', name);
    end if;
    foreach group_role in array array['officer', 'coordinator', 'reviewer', 'cashier', 'auditor', 'admin'] loop
        execute format('grant %I to %I', 'zb_' || group_role, name);
        insert into core.membership (login, role, zone_id, valid_from)
        select name, group_role, null, date '2000-01-01'
        where not exists (select from core.membership m where m.login = name and m.role = group_role and m.zone_id is null);
    end loop;
    if not exists (select from pg_roles r where r.rolname = name and r.rolconfig::text ~ 'lock_timeout') then
        execute format('alter role %I set statement_timeout = ''60s''', name);
        execute format('alter role %I set lock_timeout = ''10s''', name);
        execute format('alter role %I set idle_in_transaction_session_timeout = ''60s''', name);
    end if;
    insert into core.officer (login, name) values (name, name) on conflict do nothing;
end $$;
