-- Opens a session for signing in by a code that is shown in the room for some minutes.
create or replace function enrollment.open_sign_in(
    request uuid, digest bytea, at timestamptz, cohort_code text, session text, counted_hours int, new_code text, minutes int
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    cohort enrollment.cohort;
    today date := core.day(at);
    known enrollment.recorded_session;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    cohort := enrollment.hosted_cohort(z, cohort_code);
    perform from enrollment.cohort_seats s where s.cohort_id = cohort.id for update;
    if today not between cohort.starts_on and cohort.ends_on then
        perform core.reject('session_within_cohort', session, today::text, cohort.starts_on::text, cohort.ends_on::text);
    end if;
    insert into enrollment.recorded_session (cohort_id, session_code, held_on, hours)
    values (cohort.id, session, today, counted_hours) on conflict (cohort_id, session_code) do nothing;
    select * into known from enrollment.recorded_session r where r.cohort_id = cohort.id and r.session_code = session;
    if (known.held_on, known.hours) <> (today, counted_hours) then
        perform core.reject('session_recorded_alike', session, known.held_on::text, known.hours::text);
    end if;
    update enrollment.recorded_session r set sign_in_code = new_code, sign_in_until = open_sign_in.at + minutes * interval '1 minute'
    where r.id = known.id;
    return core.finish(z, request, digest, at, 'attendance', 'open', 'cohort:' || cohort_code,
        jsonb_build_object('session', session, 'minutes', minutes),
        array[session, new_code, to_char((at + minutes * interval '1 minute') at time zone 'Asia/Shanghai', 'HH24:MI')]);
end $$;
select core.expose('enrollment.open_sign_in', 'officer');
