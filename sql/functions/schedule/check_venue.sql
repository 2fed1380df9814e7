-- Whether a session's room may be had for it: lent, large enough, with what the course needs, open, and not closed.
create or replace function schedule.check_venue(z bigint, booked schedule.session) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    room record;
    closed schedule.closure;
begin
    select v.*, l.features as needed, t.capacity as people, t.unlimited, c.code as cohort into room
    from schedule.venue v, schedule.course l, enrollment.cohort_seats t, enrollment.cohort c
    where v.id = booked.venue_id and l.id = booked.course_id and t.cohort_id = booked.cohort_id
        and c.id = booked.cohort_id;
    if room.zone_id <> z then
        perform schedule.check_lent(z, booked, room.id, null, room.code, room.zone_id, room.consent_by);
    end if;
    -- A cohort without limit fills whatever room it gets.
    if not room.unlimited and room.capacity < room.people then
        perform core.reject('session_venue_seats_cohort', room.code, room.capacity::text, room.cohort,
            room.people::text);
    end if;
    if not room.needed <@ room.features then
        perform core.reject('session_venue_equipped', room.code,
            (select string_agg(f, ',') from unnest(room.needed) as f where f <> all (room.features)));
    end if;
    if not schedule.is_open(room.id, null, booked) then perform core.reject('session_venue_open', room.code); end if;
    select c.* into closed from schedule.closure c
    where c.venue_id = room.id and c.starts_at < booked.ends_at and c.ends_at > booked.starts_at limit 1;
    if found then
        perform core.reject('session_venue_usable', room.code, schedule.minute(closed.starts_at),
            schedule.minute(closed.ends_at));
    end if;
end $$;
