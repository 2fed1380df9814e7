-- How every verb begins and ends.

-- The first statement of every verb: is the actor allowed, is the clock honest, was this request answered before?
-- Returns the first answer of a repeated request, else null. `z` null is refused unless the verb is regional.
create function core.begin(needed text, z bigint, request uuid, digest bytea, at timestamptz, regional boolean default false)
returns text[] language plpgsql as $$
declare
    -- As text: compared with `session_user`, a name of another collation, the index would not serve.
    me text := session_user;
    permitted boolean;
    earlier_digest bytea;
    earlier_answer text[];
begin
    -- A transaction that keeps its first snapshot would go on under roles that were revoked meanwhile.
    if current_setting('transaction_isolation') <> 'read committed' then
        perform core.reject('read_committed_only', current_setting('transaction_isolation'));
    end if;
    if z is null and not regional then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed',
            detail = coalesce(current_setting('zonebridge.zone', true), '');
    end if;
    select exists (
            select from core.standing m where m.login = me and m.role = needed and (m.zone_id is null or m.zone_id = z)),
        r.digest, r.answer
    into permitted, earlier_digest, earlier_answer
    from (select) as once left join core.known_request r on r.actor = me and r.id = request;
    if not permitted then
        raise exception using errcode = 'ZB403', message = 'role needed', constraint = 'role_needed', detail = needed;
    end if;
    if earlier_digest is not null then
        if earlier_digest <> digest then
            raise exception using errcode = 'ZB409', message = 'request id reused', constraint = 'request_reused',
                detail = request::text;
        end if;
        return earlier_answer;
    end if;
    if at not between clock_timestamp() - interval '5 minutes' and clock_timestamp() + interval '5 minutes' then
        if not (select sample from core.database) then
            perform core.reject('clock_set_outside_sample', at::text);
        end if;
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
declare
    new core.event;
begin
    new.subject := finish.subject;
    new.zone_id := z;
    new.at := finish.at;
    new.recorded_at := clock_timestamp();
    new.actor := session_user;
    new.os_user := coalesce(nullif(regexp_replace(current_setting('zonebridge.os_user', true), '[[:cntrl:]]', '', 'g'), ''),
        session_user);
    new.request := finish.request;
    new.noun := finish.noun;
    new.verb := finish.verb;
    new.xact := pg_current_xact_id();
    new.change := finish.change;
    with written as (
        insert into core.event (subject, seq, zone_id, at, recorded_at, actor, os_user, request, noun, verb, change, xact,
            prev_hash, hash)
        select new.subject, coalesce(last.seq, 0) + 1, z, new.at, new.recorded_at, new.actor, new.os_user, new.request,
            new.noun, new.verb, new.change, new.xact, coalesce(last.hash, ''),
            core.event_hash(coalesce(last.hash, ''), coalesce(last.seq, 0) + 1, core.event_content(new))
        from (select) as once
        left join (select e.seq, e.hash from core.event e where e.subject = finish.subject order by e.seq desc limit 1) last
            on true)
    insert into core.request values (session_user, request, digest, at, answer);
    return answer;
end $$;
