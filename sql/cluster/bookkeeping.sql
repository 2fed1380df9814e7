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
-- Drops one function by its oid: a verb's file that was installed anew with other parameters made another function.
create or replace function core.drop_function(f bigint) returns void language plpgsql as $$
begin
    execute format('drop function %s', f::oid::regprocedure);
end $$;
-- Drops what an interrupted `create index concurrently` left: an index that takes writes and answers nothing.
create or replace function core.drop_invalid_indexes() returns void language plpgsql as $$
declare
    i regclass;
begin
    for i in select x.indexrelid from pg_index x join pg_class c on c.oid = x.indexrelid
        where not x.indisvalid and c.relkind = 'i' and pg_has_role(c.relowner, 'member') loop
        execute format('drop index %s', i);
    end loop;
end $$;
