-- Mends who was there, with a reason: present, excused or absent; the event keeps both.
create or replace function enrollment.correct_attendance(
    request uuid, digest bytea, at timestamptz, cohort_code text, session text, wanted text, new_status text, reason text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    cohort enrollment.cohort;
    held bigint;
    e enrollment.enrollment;
    before text;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    cohort := enrollment.hosted_cohort(z, cohort_code);
    perform from enrollment.cohort_seats s where s.cohort_id = cohort.id for update;
    select r.id into held from enrollment.recorded_session r where r.cohort_id = cohort.id and r.session_code = session;
    if not found then perform core.missing('session', session); end if;
    select * into e from enrollment.enrollment a where a.code = wanted and a.cohort_id = cohort.id;
    if not found then perform core.missing('enrollment', wanted); end if;
    if not (select t.holds_seat from enrollment.state t where t.code = e.state) then
        perform core.reject('attendance_needs_seat', wanted, e.state);
    end if;
    select a.status into before from enrollment.attendance a where a.enrollment_id = e.id and a.recorded_session_id = held;
    insert into enrollment.attendance (zone_id, enrollment_id, recorded_session_id, recorded_at, status)
    values (e.zone_id, e.id, held, correct_attendance.at, new_status)
    on conflict (enrollment_id, recorded_session_id) do update set status = excluded.status;
    return core.finish(z, request, digest, at, 'attendance', 'correct', 'cohort:' || cohort_code,
        jsonb_build_object('session', session, 'enrollment', wanted, 'before', coalesce(before, 'absent'),
            'after', new_status, 'reason', reason), array[wanted, coalesce(before, 'absent'), new_status]);
end $$;
select core.expose('enrollment.correct_attendance', 'officer');
