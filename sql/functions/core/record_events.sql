-- The next event of each of many subjects, in one statement: what a verb that changed many rows writes before it ends with
-- `core.finish`. No subject twice; the caller holds the subjects' locks, or has just made them.
create or replace function core.record_events(
    z bigint, request uuid, at timestamptz, noun text, verb text, subjects text[], changes jsonb[]
) returns void language sql set search_path = core, pg_temp as $$
    insert into core.event (subject, seq, zone_id, at, recorded_at, actor, os_user, request, noun, verb, change, xact,
        prev_hash, hash)
    select (e).subject, (e).seq, (e).zone_id, (e).at, (e).recorded_at, (e).actor, (e).os_user, (e).request, (e).noun,
        (e).verb, (e).change, (e).xact, (e).prev_hash,
        core.event_hash((e).prev_hash, (e).seq, core.event_content(e))
    from (
        select row(null::bigint, s.subject, coalesce(l.seq, 0) + 1, z, record_events.at, now.t, session_user::text,
            coalesce(nullif(regexp_replace(current_setting('zonebridge.os_user', true), '[[:cntrl:]]', '', 'g'), ''),
                session_user::text), record_events.request, record_events.noun, record_events.verb, s.change,
            pg_current_xact_id(), coalesce(l.hash, ''::bytea), ''::bytea)::core.event as e
        from unnest(subjects, changes) as s (subject, change)
        cross join (select clock_timestamp() as t offset 0) as now
        left join lateral (
            select v.seq, v.hash from core.event v where v.subject = s.subject order by v.seq desc limit 1) as l on true
    ) as next
$$;
