-- A session of a series changed alone, with all that follow, or with all of the series: what has begun stays as it was.
-- The others move by as much as the named one; times are zone time, whose days all have 24 hours.
create or replace function schedule.edit_series(
    request uuid, digest bytea, at timestamptz, session_code text, scope text, new_starts_at timestamptz,
    new_ends_at timestamptz, venue_code text, instructor_code text, cancelling boolean, reason text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    named schedule.session;
    old schedule.session[];
    wanted schedule.session[] := '{}';
    each schedule.session;
    room bigint;
    teacher bigint;
    shift interval;
    lasting interval;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select s.* into named from schedule.session s
    join enrollment.cohort_party p on p.cohort_id = s.cohort_id and p.zone_id = z where s.code = session_code;
    if not found then perform core.missing('session', session_code); end if;
    if named.series_id is null then perform core.reject('session_of_a_series', session_code); end if;
    perform from schedule.series r where r.id = named.series_id for no key update;
    perform from schedule.session s where s.series_id = named.series_id order by s.id for update;
    named := schedule.session_to_change(z, session_code, at, null);
    select array_agg(s order by s.id) into old from schedule.session s
    where s.series_id = named.series_id and not s.cancelled and s.starts_at > at
        and (scope = 'all' or s.id = named.id or scope = 'following' and s.rule_date >= named.rule_date);
    shift := coalesce(new_starts_at - named.starts_at, interval '0');
    lasting := coalesce(new_ends_at - coalesce(new_starts_at, named.starts_at), named.ends_at - named.starts_at);
    room := case when venue_code is not null then schedule.venue_named(z, venue_code) end;
    teacher := schedule.instructor_named(z, instructor_code);
    foreach each in array old loop
        each := schedule.retimed(each, each.starts_at + shift, each.starts_at + shift + lasting);
        if each.starts_at <= at then
            perform core.reject('session_not_begun', each.code, schedule.minute(each.starts_at));
        end if;
        each.venue_id := coalesce(room, each.venue_id);
        each.instructor_id := coalesce(teacher, each.instructor_id);
        if cancelling then each.state := 'cancelled'; end if;
        wanted := wanted || each;
    end loop;
    perform schedule.change_sessions(z, at, case when cancelling then 'cancelled'
        when teacher is not null and shift = interval '0' and room is null then 'substituted' else 'moved' end,
        reason, old, wanted);
    return core.finish(z, request, digest, at, 'series', 'edit',
        'series:' || (select r.code from schedule.series r where r.id = named.series_id),
        jsonb_build_object('session', session_code, 'scope', scope, 'starts_at', new_starts_at, 'ends_at', new_ends_at,
            'venue', venue_code, 'instructor', instructor_code, 'cancelled', cancelling, 'reason', reason),
        array[session_code, cardinality(wanted)::text]);
end $$;
select core.expose('schedule.edit_series', 'officer');
