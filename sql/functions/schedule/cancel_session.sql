-- A session that will not take place: the row stays, what it booked is free again, every zone of the cohort is told.
create or replace function schedule.cancel_session(
    request uuid, digest bytea, at timestamptz, session_code text, reason text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    cancelling schedule.session;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select s.* into cancelling
    from schedule.session s
    join enrollment.cohort_party p on p.cohort_id = s.cohort_id and p.zone_id = z
    where s.code = session_code for update of s;
    if not found then perform core.missing('session', session_code); end if;
    if cancelling.zone_id <> z then
        perform core.reject('session_kept_by_zone', session_code,
            (select k.code from core.zone k where k.id = cancelling.zone_id), cancelling.contact);
    end if;
    update schedule.session s set state = 'cancelled' where s.id = cancelling.id and s.state = 'scheduled';
    if not found then perform core.reject('session_still_scheduled', session_code); end if;
    perform core.notify(p.zone_id, at, 'cohort:' || c.code, 'session:' || session_code, 'session_cancelled',
        session_code, to_char(cancelling.starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI'), reason)
    from enrollment.cohort_party p join enrollment.cohort c on c.id = p.cohort_id
    where p.cohort_id = cancelling.cohort_id;
    return core.finish(z, request, digest, at, 'session', 'cancel', 'session:' || session_code,
        jsonb_build_object('reason', reason), array[session_code]);
end $$;
select core.expose('schedule.cancel_session', 'officer');
