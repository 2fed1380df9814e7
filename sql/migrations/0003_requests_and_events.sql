-- Every write carries a request id; every change leaves an event. Both in the transaction of the change itself.
create table core.request (
    actor text not null,
    id uuid not null,
    digest bytea not null,
    at timestamptz not null,
    answer text[] not null,
    constraint request_once primary key (actor, id)
);
select core.declare_hidden('core.request');

-- Requests of years that are over, out of the way of the new ones: no request is ever forgotten.
create table core.request_archive (
    like core.request,
    constraint archived_request_once primary key (actor, id)
);
select core.declare_hidden('core.request_archive');

create view core.known_request with (security_invoker) as
    select actor, id, digest, at, answer from core.request
    union all
    select actor, id, digest, at, answer from core.request_archive;

create table core.event (
    id bigint generated always as identity primary key,
    subject text not null,
    seq int not null,
    -- No key to core.zone: all writers of a zone would lock its one row. The verbs get it from core.active_zone, and a
    -- zone is closed, never deleted.
    zone_id bigint,
    at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    actor text not null,
    os_user text not null,
    request uuid not null,
    noun text not null,
    verb text not null,
    change jsonb not null,
    -- The transaction that wrote it: a seal covers what is older than every transaction that runs.
    xact xid8 not null default pg_current_xact_id(),
    prev_hash bytea not null,
    hash bytea not null,
    constraint event_subject_in_sequence unique (subject, seq),
    -- The separator of the hashed text, and what would break the lines of a seal.
    constraint event_text_without_controls check (subject || actor || os_user || noun || verb !~ '[\u0001-\u001f\u007f]')
);
create index event_by_zone_and_time on core.event (zone_id, at, id);
select core.declare_owned('core.event');

-- What an event says, wherever it stands in its chain. Times as numbers: their text depends on the session's settings.
create function core.event_content(e core.event) returns bytea language sql stable
return sha256(convert_to(concat_ws(E'\x1f', e.subject, coalesce(e.zone_id::text, ''), extract(epoch from e.at),
    extract(epoch from e.recorded_at), e.actor, e.os_user, e.request, e.noun, e.verb, e.xact, e.change), 'UTF8'));

-- One link of a subject's chain: the hash before, the place, the content.
create function core.event_hash(prev_hash bytea, seq int, content bytea) returns bytea language sql immutable
return sha256(prev_hash || int4send(seq) || content);

-- A rule said no: SQLSTATE ZB001, the rule's name as CONSTRAINT, its facts as DETAIL joined by U+001F.
create function core.reject(rule text, variadic facts text[] default '{}') returns void language plpgsql as $$
begin
    raise exception using errcode = 'ZB001', message = 'refused: ' || rule, constraint = rule,
        detail = array_to_string(facts, E'\x1f', '');
end $$;

-- A key that names nothing this session may see: ZB404, the noun as CONSTRAINT, the key as DETAIL.
create function core.missing(noun text, key text) returns void language plpgsql as $$
begin
    raise exception using errcode = 'ZB404', message = 'no such ' || noun, constraint = noun, detail = key;
end $$;

-- Gives a verb to its group role and to nobody else.
create function core.expose(verb text, role text) returns void language plpgsql as $$
declare
    f regprocedure;
begin
    for f in select p.oid from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname = split_part(verb, '.', 1) and p.proname = split_part(verb, '.', 2) loop
        execute format('revoke all on function %s from public', f);
        execute format('grant execute on function %s to %I', f, 'zb_' || role);
    end loop;
    if f is null then
        raise exception 'no function %', verb;
    end if;
end $$;

-- Ids for people, such as E-2026-000123: one sequence a noun, never reset; the year is that of creation.
create function core.declare_code(prefix text) returns void language plpgsql as $$
begin
    execute format('create sequence core.%I', 'code_' || lower(prefix));
end $$;
create function core.next_code(prefix text, at timestamptz) returns text language sql volatile as
$$ select prefix || '-' || extract(year from core.day(at)) || '-'
    || lpad(nextval(('core.code_' || lower(prefix))::regclass)::text, 6, '0') $$;
