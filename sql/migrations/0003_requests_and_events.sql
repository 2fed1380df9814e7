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

create table core.event (
    id bigint generated always as identity primary key,
    subject text not null,
    seq int not null,
    zone_id bigint references core.zone,
    at timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    actor text not null,
    os_user text not null,
    request uuid not null,
    noun text not null,
    verb text not null,
    change jsonb not null,
    constraint event_subject_in_sequence unique (subject, seq)
);
create index event_by_zone_and_time on core.event (zone_id, at, id);
select core.declare_owned('core.event');

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

-- The first statement of every verb: is the actor allowed, is the clock honest, was this request answered before?
-- Returns the first answer of a repeated request, else null. `z` null is refused unless the verb is regional.
create function core.begin(needed text, z bigint, request uuid, digest bytea, at timestamptz, regional boolean default false)
returns text[] language plpgsql as $$
declare
    earlier core.request;
begin
    if z is null and not regional then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed',
            detail = coalesce(current_setting('zonebridge.zone', true), '');
    end if;
    if not core.has_role(needed, z) then
        raise exception using errcode = 'ZB403', message = 'role needed', constraint = 'role_needed', detail = needed;
    end if;
    select * into earlier from core.request r where r.actor = session_user and r.id = request;
    if found then
        if earlier.digest <> digest then
            raise exception using errcode = 'ZB409', message = 'request id reused', constraint = 'request_reused',
                detail = request::text;
        end if;
        return earlier.answer;
    end if;
    if abs(extract(epoch from at - clock_timestamp())) > 300 and not (select sample from core.database) then
        perform core.reject('clock_set_outside_sample', at::text);
    end if;
    return null;
end $$;

-- Remembers the answer of a request that changed nothing.
create function core.answer(request uuid, digest bytea, at timestamptz, answer text[]) returns text[] language plpgsql as $$
begin
    insert into core.request values (session_user, request, digest, at, answer);
    return answer;
end $$;

-- The last statement of every verb that changed something: its event and its answer. The verb holds the lock on the
-- subject's row, so that the numbers of one subject's events have no gap and no fork.
create function core.finish(
    z bigint, request uuid, digest bytea, at timestamptz, noun text, verb text, subject text, change jsonb, answer text[]
) returns text[] language plpgsql as $$
begin
    insert into core.event (subject, seq, zone_id, at, actor, os_user, request, noun, verb, change)
    select finish.subject, coalesce(max(e.seq), 0) + 1, z, finish.at, session_user,
        coalesce(nullif(current_setting('zonebridge.os_user', true), ''), session_user),
        finish.request, finish.noun, finish.verb, finish.change
    from core.event e where e.subject = finish.subject;
    return core.answer(request, digest, at, answer);
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
