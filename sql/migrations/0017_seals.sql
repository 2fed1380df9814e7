-- A seal is one digest over the heads of all chains, kept in a file outside the database; here is that it was made.
create table core.seal (
    id bigint generated always as identity primary key,
    -- Null for the seal of an auditor of the region, which covers every zone.
    zone_id bigint references core.zone,
    at timestamptz not null,
    digest bytea not null constraint seal_digest_length check (length(digest) = 32),
    -- Every event of a transaction older than this one is covered.
    cut xid8 not null,
    subjects bigint not null,
    events bigint not null,
    constraint seal_counted check (subjects >= 0 and events >= subjects)
);
select core.declare_reference('core.seal');
