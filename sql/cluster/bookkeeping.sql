-- What the migrator remembers of itself; as zb_owner, before anything else.
create schema if not exists core;
create table if not exists core.migration (
    number int primary key,
    name text not null,
    sha256 bytea not null,
    applied_at timestamptz not null default clock_timestamp()
);
create table if not exists core.installed_file (
    path text primary key,
    sha256 bytea not null,
    installed_at timestamptz not null default clock_timestamp()
);
-- A function is nobody's until `core.expose` says whose.
alter default privileges for role zb_owner revoke execute on functions from public;
-- Drops a function that this transaction did not write: its file now makes one with other parameters.
create or replace function core.drop_if_replaced(f bigint) returns void language plpgsql as $$
begin
    if (select p.xmin <> pg_current_xact_id()::xid from pg_proc p where p.oid = f::oid) then
        execute format('drop function %s', f::oid::regprocedure);
    end if;
end $$;
