-- Of the bootstrap superuser, for one session only: it leaves with it.
-- A login with every role of the region: the first user of a private cluster.
create or replace function pg_temp.make_administrator(name text) returns void language plpgsql as $$
begin
    if name ~ '^zb_' then
        raise exception 'logins beginning with zb_ are reserved: %', name;
    end if;
    if not exists (select from pg_roles where rolname = name) then
        execute format('create role %I login', name);
    end if;
    execute format('grant zb_officer, zb_coordinator, zb_reviewer, zb_cashier, zb_auditor, zb_admin to %I', name);
    insert into core.membership (login, role, zone_id, valid_from)
    select name, r, null, date '2000-01-01'
    from unnest(array['officer', 'coordinator', 'reviewer', 'cashier', 'auditor', 'admin']) as r
    where not exists (select from core.membership m where m.login = name and m.role = r and m.zone_id is null);
end $$;
