-- Roles belong to the cluster, not to a database; run by the bootstrap superuser, again and again without harm.
do $$
declare
    name text;
begin
    foreach name in array array['zb_owner', 'zb_reader', 'zb_joint_office'] loop
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
end $$;
-- A stuck or dying client must not hold the others up.
alter role zb_reader set lock_timeout = '10s';
