-- A date of a series that was skipped, or whose session was cancelled, is held after all: at the hours, in the room and
-- by the instructor of the session before it, or of the next one.
create or replace function schedule.restore_date(request uuid, digest bytea, at timestamptz, series_code text, wanted date)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    known schedule.series;
    model schedule.session;
    held schedule.session;
    code text;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select r.* into known from schedule.series r
    join enrollment.cohort_party p on p.cohort_id = r.cohort_id and p.zone_id = z where r.code = series_code for update of r;
    if not found then perform core.missing('series', series_code); end if;
    if known.zone_id <> z then
        perform core.reject('session_kept_by_zone', series_code, (select k.code from core.zone k where k.id = known.zone_id), '');
    end if;
    if wanted <= core.day(at) then perform core.reject('session_not_begun', series_code, wanted::text); end if;
    select s.* into held from schedule.session s where s.series_id = known.id and s.rule_date = wanted for update;
    if held.cancelled then
        model := held;
        model.state := 'scheduled';
        perform schedule.change_sessions(z, at, 'reinstated', null, array[held], array[model]);
        code := held.code;
    else
        update schedule.skipped_date d set restored_at = at
        where d.series_id = known.id and d.day = wanted and d.restored_at is null;
        if not found then perform core.reject('series_date_skipped', series_code, wanted::text); end if;
        select s.* into model from schedule.session s where s.series_id = known.id
        order by s.rule_date > wanted, abs(s.rule_date - wanted) limit 1;
        code := (schedule.plan_dates(z, at, known, array[wanted], schedule.minute_of_day(model.starts_at),
            schedule.minute_of_day(model.ends_at), model.hours, model.venue_id, model.instructor_id, model.contact))[1];
    end if;
    return core.finish(z, request, digest, at, 'series', 'restore', 'series:' || series_code,
        jsonb_build_object('day', wanted, 'session', code), array[series_code, code, wanted::text]);
end $$;
select core.expose('schedule.restore_date', 'officer');
