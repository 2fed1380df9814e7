-- Whether a session's instructor may be had for it: lent, versed in the subject, available, present, and not overworked.
create or replace function schedule.check_instructor(z bigint, booked schedule.session) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    teacher record;
    away schedule.closure;
    monday date := booked.held_on - extract(isodow from booked.held_on)::int + 1;
    taught bigint;
begin
    if booked.instructor_id is null then return; end if;
    select i.*, l.subject into teacher from schedule.instructor i, schedule.course l
    where i.id = booked.instructor_id and l.id = booked.course_id;
    if teacher.zone_id <> z then
        perform schedule.check_lent(z, booked, null, teacher.id, teacher.code, teacher.zone_id, null);
    end if;
    if teacher.subject is not null and teacher.subjects <> '{}' and teacher.subject <> all (teacher.subjects) then
        perform core.reject('session_instructor_versed', teacher.code, teacher.subject);
    end if;
    if not schedule.is_open(null, teacher.id, booked) then
        perform core.reject('session_instructor_available', teacher.code);
    end if;
    select c.* into away from schedule.closure c
    where c.instructor_id = teacher.id and c.starts_at < booked.ends_at and c.ends_at > booked.starts_at limit 1;
    if found then
        perform core.reject('session_instructor_present', teacher.code, schedule.minute(away.starts_at),
            schedule.minute(away.ends_at));
    end if;
    if teacher.weekly_hours is not null then
        select sum(s.hours) into taught from schedule.session s
        where s.instructor_id = teacher.id and not s.cancelled and s.held_on between monday and monday + 6;
        if taught > teacher.weekly_hours then
            perform core.reject('session_within_weekly_hours', teacher.code, teacher.weekly_hours::text, taught::text,
                monday::text);
        end if;
    end if;
end $$;
