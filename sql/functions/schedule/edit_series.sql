-- A session of a series changed alone, with all that follow, or with all of the series: what has begun stays as it was.
-- The others move by as much as the named one; times are zone time, whose days all have 24 hours. Who would come to lie
-- on a day that the series leaves out is cancelled, as such a date was never planned; the named one is refused there.
create or replace function schedule.edit_series(
    request uuid, digest bytea, at timestamptz, session_code text, scope text, new_starts_at timestamptz,
    new_ends_at timestamptz, venue_code text, instructor_code text, cancelling boolean, reason text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    named schedule.session;
    known schedule.series;
    old schedule.session[];
    wanted schedule.session[];
    dropped text[];
    shift interval;
    lasting interval;
    kind text;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select s.* into named from schedule.session s
    join enrollment.cohort_party p on p.cohort_id = s.cohort_id and p.zone_id = z where s.code = session_code;
    if not found then perform core.missing('session', session_code); end if;
    if named.series_id is null then perform core.reject('session_of_a_series', session_code); end if;
    select r.* into known from schedule.series r where r.id = named.series_id for no key update;
    perform from schedule.session s where s.series_id = known.id order by s.id for update;
    named := schedule.session_to_change(z, session_code, at, null);
    select array_agg(s order by s.id) into old from schedule.session s
    where s.series_id = known.id and not s.cancelled and s.starts_at > at
        and (scope = 'all' or s.id = named.id or scope = 'following' and s.rule_date >= named.rule_date);
    shift := coalesce(new_starts_at - named.starts_at, interval '0');
    lasting := coalesce(new_ends_at - coalesce(new_starts_at, named.starts_at), named.ends_at - named.starts_at);
    select w.wanted, w.dropped into wanted, dropped
    from schedule.edited(z, at, known, named.id, old, shift, lasting, venue_code, instructor_code, cancelling) as w;
    perform schedule.lock_days(old || wanted);
    perform schedule.change_sessions(z, at, 'cancelled', reason,
        (select array_agg(o order by o.id) from unnest(old) as o join unnest(wanted) as w on w.id = o.id where w.cancelled),
        (select array_agg(w order by w.id) from unnest(wanted) as w where w.cancelled))
    where exists (select from unnest(wanted) as w where w.cancelled);
    kind := case when instructor_code is not null and shift = interval '0' and venue_code is null then 'substituted'
        else 'moved' end;
    perform schedule.change_sessions(z, at, kind, reason,
        (select array_agg(o order by o.id) from unnest(old) as o join unnest(wanted) as w on w.id = o.id
        where not w.cancelled),
        (select array_agg(w order by w.id) from unnest(wanted) as w where not w.cancelled))
    where exists (select from unnest(wanted) as w where not w.cancelled);
    return core.finish(z, request, digest, at, 'series', 'edit', 'series:' || known.code,
        jsonb_build_object('session', session_code, 'scope', scope, 'starts_at', new_starts_at, 'ends_at', new_ends_at,
            'venue', venue_code, 'instructor', instructor_code, 'cancelled', cancelling, 'dropped', dropped,
            'reason', reason),
        array[session_code, (cardinality(wanted) - cardinality(dropped))::text, array_to_string(dropped, ',')]);
end $$;
select core.expose('schedule.edit_series', 'officer');
