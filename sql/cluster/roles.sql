-- Roles belong to the cluster, not to a database; run by the bootstrap superuser, again and again without harm.
-- zb_login opens nothing: it marks the logins that belong to people.
do $$
declare
    name text;
begin
    foreach name in array array['zb_owner', 'zb_reader', 'zb_joint_office', 'zb_login'] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I nologin', name);
        end if;
    end loop;
    foreach name in array array['zb_officer', 'zb_coordinator', 'zb_reviewer', 'zb_cashier', 'zb_auditor', 'zb_admin'] loop
        if not exists (select from pg_roles where rolname = name) then
            execute format('create role %I nologin in role zb_reader', name);
        end if;
    end loop;
    if not exists (select from pg_roles where rolname = 'zb_migrator') then
        -- NOINHERIT: the migrator is nobody until it says `set role zb_owner`.
        create role zb_migrator login noinherit in role zb_owner;
    end if;
    if not exists (select from pg_roles where rolname = 'zb_registrar') then
        -- Owns the three functions of logins.sql and nothing else; nobody is its member. CREATEROLE makes almost a
        -- superuser, so no login has it: an administrator reaches it only through functions that name what they grant.
        create role zb_registrar nologin createrole;
    end if;
end $$;
grant zb_officer, zb_coordinator, zb_reviewer, zb_cashier, zb_auditor, zb_admin, zb_joint_office, zb_login to zb_registrar
    with admin option;
-- To end the sessions of a login that was closed.
grant pg_signal_backend to zb_registrar;
