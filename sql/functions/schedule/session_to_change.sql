-- A session that a zone may change, locked; part of the verbs that change sessions. Refused when another zone keeps it,
-- when it was cancelled, when it has begun (unless `begun` says that this is wanted), and when somebody else changed it
-- while this one waited, or since it started at `was`: then what happened is told.
create or replace function schedule.session_to_change(
    z bigint, wanted text, at timestamptz, was timestamptz, begun boolean default false
) returns schedule.session language plpgsql set search_path = core, pg_temp as $$
declare
    seen int;
    held schedule.session;
    last record;
begin
    select s.sequence into seen from schedule.session s where s.code = wanted;
    select s.* into held
    from schedule.session s
    join enrollment.cohort_party p on p.cohort_id = s.cohort_id and p.zone_id = z
    where s.code = wanted for update of s;
    if not found then perform core.missing('session', wanted); end if;
    if held.zone_id <> z then
        perform core.reject('session_kept_by_zone', wanted, (select k.code from core.zone k where k.id = held.zone_id),
            held.contact);
    end if;
    if held.cancelled then perform core.reject('session_still_scheduled', wanted); end if;
    if held.sequence <> seen or held.starts_at <> was then
        select c.by_login, c.at, c.kind, v.code as venue, i.code as instructor into last
        from schedule.session_change c join schedule.venue v on v.id = c.new_venue_id
        left join schedule.instructor i on i.id = c.new_instructor_id
        where c.session_id = held.id order by c.sequence desc limit 1;
        perform core.reject('session_unchanged_meanwhile', wanted, last.by_login, schedule.minute(last.at), last.kind,
            schedule.minute(held.starts_at), schedule.minute(held.ends_at), last.venue, last.instructor);
    end if;
    if not begun and held.starts_at <= at then
        perform core.reject('session_not_begun', wanted, schedule.minute(held.starts_at));
    end if;
    if begun and held.starts_at > at then
        perform core.reject('session_begun', wanted, schedule.minute(held.starts_at));
    end if;
    return held;
end $$;
