-- Who was at a session: recorded by a host for people of every zone; naming somebody again changes nothing.
create or replace function enrollment.record_attendance(
    request uuid, digest bytea, at timestamptz, cohort_code text, session text, held date, counted_hours int, present text[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    cohort enrollment.cohort;
    held_session enrollment.recorded_session;
    first_time boolean;
    bad record;
    added int;
    there int;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    cohort := enrollment.hosted_cohort(z, cohort_code);
    perform from enrollment.cohort_seats s where s.cohort_id = cohort.id for update;
    if held > core.day(at) then perform core.reject('session_held_by_now', session, held::text); end if;
    if held not between cohort.starts_on and cohort.ends_on then
        perform core.reject('session_within_cohort', session, held::text, cohort.starts_on::text, cohort.ends_on::text);
    end if;
    insert into enrollment.recorded_session (cohort_id, session_code, held_on, hours)
    values (cohort.id, session, held, counted_hours) on conflict (cohort_id, session_code) do nothing;
    first_time := found;
    select * into held_session from enrollment.recorded_session r where r.cohort_id = cohort.id and r.session_code = session;
    if (held_session.held_on, held_session.hours) <> (held, counted_hours) then
        perform core.reject('session_recorded_alike', session, held_session.held_on::text, held_session.hours::text);
    end if;
    select u.code, e.state into bad
    from unnest(present) as u (code)
    left join enrollment.enrollment e on e.code = u.code and e.cohort_id = cohort.id
    left join enrollment.state t on t.code = e.state
    where t.holds_seat is not true limit 1;
    if found then
        if bad.state is null then perform core.missing('enrollment', bad.code); end if;
        perform core.reject('attendance_needs_seat', bad.code, bad.state);
    end if;
    insert into enrollment.attendance (zone_id, enrollment_id, recorded_session_id, recorded_at)
    select e.zone_id, e.id, held_session.id, record_attendance.at from enrollment.enrollment e
    where e.code = any (present) on conflict (enrollment_id, recorded_session_id) do nothing;
    get diagnostics added = row_count;
    select count(*) into there from enrollment.attendance a where a.recorded_session_id = held_session.id and a.status = 'present';
    if added = 0 and not first_time then
        return core.answer(request, digest, at, array[session, '0', there::text]);
    end if;
    return core.finish(z, request, digest, at, 'attendance', 'record', 'cohort:' || cohort_code,
        jsonb_build_object('session', session, 'held_on', held, 'hours', counted_hours, 'present', to_jsonb(present)),
        array[session, added::text, there::text]);
end $$;
select core.expose('enrollment.record_attendance', 'officer');
