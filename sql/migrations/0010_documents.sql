-- Documents are known by the SHA-256 of their content, which is stored once, in the database or in a directory.
-- Once a zone: a digest that one zone knows must not open what another zone stores.
create table core.content (
    zone_id bigint not null references core.zone,
    sha256 bytea not null constraint content_sha256_length check (length(sha256) = 32),
    size bigint not null,
    body bytea,
    stored_in text not null constraint content_stored_in_known check (stored_in in ('database', 'directory')),
    constraint content_pkey primary key (zone_id, sha256),
    constraint content_body_in_database check ((stored_in = 'database') = (body is not null)),
    constraint content_matches_its_hash check (body is null or sha256(body) = sha256),
    constraint content_size_counted check (body is null or length(body) = size)
);
select core.declare_hidden('core.content');

create table core.document (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    code text not null,
    subject text not null,
    title text not null,
    file_name text not null,
    sha256 bytea not null,
    size bigint not null,
    added_at timestamptz not null,
    constraint document_content_in_same_zone foreign key (zone_id, sha256) references core.content,
    constraint document_code_once unique (zone_id, code),
    constraint document_once_per_subject unique (zone_id, subject, sha256)
);
select core.declare_owned('core.document');
select core.declare_code('D');
