-- A trainee of the zone signs in with the code shown in the room: once, and while it is open.
create or replace function enrollment.sign_in(
    request uuid, digest bytea, at timestamptz, cohort_code text, session text, typed text, wanted text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    held enrollment.recorded_session;
    e enrollment.enrollment;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select a.* into e from enrollment.enrollment a join enrollment.cohort c on c.id = a.cohort_id
    where a.code = wanted and a.zone_id = z and c.code = cohort_code;
    if not found then perform core.missing('enrollment', wanted); end if;
    perform from enrollment.cohort_seats s where s.cohort_id = e.cohort_id for update;
    select * into held from enrollment.recorded_session r where r.cohort_id = e.cohort_id and r.session_code = session;
    if not found then perform core.missing('session', session); end if;
    if held.sign_in_code is distinct from typed or held.sign_in_until < at then
        perform core.reject('sign_in_code_fits', session);
    end if;
    if not (select t.holds_seat from enrollment.state t where t.code = e.state) then
        perform core.reject('attendance_needs_seat', wanted, e.state);
    end if;
    insert into enrollment.attendance (zone_id, enrollment_id, recorded_session_id, recorded_at)
    values (z, e.id, held.id, sign_in.at) on conflict (enrollment_id, recorded_session_id) do nothing;
    if not found then perform core.reject('sign_in_once', wanted, session); end if;
    return core.finish(z, request, digest, at, 'attendance', 'record', 'enrollment:' || wanted,
        jsonb_build_object('session', session, 'by', 'code'),
        array[session, '1', (select count(*)::text from enrollment.attendance a
            where a.recorded_session_id = held.id and a.status = 'present')]);
end $$;
select core.expose('enrollment.sign_in', 'officer');
