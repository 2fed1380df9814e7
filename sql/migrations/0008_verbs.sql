-- How every verb begins and ends.

-- The first statement of every verb: is the actor allowed, is the clock honest, was this request answered before?
-- Returns the first answer of a repeated request, else null. `z` null is refused unless the verb is regional.
create function core.begin(needed text, z bigint, request uuid, digest bytea, at timestamptz, regional boolean default false)
returns text[] language plpgsql as $$
declare
    -- As text: compared with `session_user`, a name of another collation, the index would not serve.
    me text := session_user;
    earlier core.known_request;
begin
    -- A transaction that keeps its first snapshot would go on under roles that were revoked meanwhile.
    if current_setting('transaction_isolation') <> 'read committed' then
        perform core.reject('read_committed_only', current_setting('transaction_isolation'));
    end if;
    if z is null and not regional then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed',
            detail = coalesce(current_setting('zonebridge.zone', true), '');
    end if;
    if not core.has_role(needed, z) then
        raise exception using errcode = 'ZB403', message = 'role needed', constraint = 'role_needed', detail = needed;
    end if;
    select * into earlier from core.known_request r where r.actor = me and r.id = request;
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
declare
    new core.event;
begin
    select e.seq + 1, e.hash into new.seq, new.prev_hash
    from core.event e where e.subject = finish.subject order by e.seq desc limit 1;
    new.subject := finish.subject;
    new.seq := coalesce(new.seq, 1);
    new.prev_hash := coalesce(new.prev_hash, '');
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
    insert into core.event (subject, seq, zone_id, at, recorded_at, actor, os_user, request, noun, verb, change, xact,
        prev_hash, hash)
    values (new.subject, new.seq, z, new.at, new.recorded_at, new.actor, new.os_user, new.request, new.noun, new.verb,
        new.change, new.xact, new.prev_hash, core.event_hash(new.prev_hash, new.seq, core.event_content(new)));
    return core.answer(request, digest, at, answer);
end $$;
