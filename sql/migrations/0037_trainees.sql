-- A seat in a cohort is a booking of its holder's time for every session to come.

-- Whether somebody may have a seat at all is enrollment's to say, and to let pass with a reason. Here a seat becomes
-- bookings; where it meets a session that the holder has elsewhere, that hour stays with the other one and the zone is
-- told, so that people decide.
create function schedule.follow_enrollment() returns trigger language plpgsql as $$
declare
    now_at timestamptz := coalesce(new.seated_at, new.applied_at);
    clash text[];
begin
    if tg_op = 'UPDATE' then
        delete from schedule.resource_booking b using schedule.session s
        where s.cohort_id = old.cohort_id and b.session_id = s.id and b.identity_id = old.identity_id;
    end if;
    if not new.holds_seat then return null; end if;
    -- Who plans for any cohort of this person waits, and then finds the seat; always in one order.
    perform pg_advisory_xact_lock(711, k.cohort_key) from (
        select distinct (h.cohort_id & 4095)::int as cohort_key from enrollment.seat_holder h
        where h.identity_id = new.identity_id order by 1) k;
    if not exists (select from schedule.session s
        where s.cohort_id = new.cohort_id and s.starts_at >= now_at and not s.cancelled) then
        return null;
    end if;
    clash := schedule.trainee_overlaps(new.zone_id, new.identity_id, new.cohort_id, now_at);
    if clash is not null then
        perform core.notify(new.zone_id, now_at, 'person:' || p.code, 'enrollment:' || new.code, 'trainee_overlap',
            variadic (select c.code from enrollment.cohort c where c.id = new.cohort_id) || clash)
        from core.person p where p.id = new.person_id;
    end if;
    insert into schedule.resource_booking (session_id, identity_id, during, cancelled)
    select s.id, new.identity_id, s.during, s.cancelled
    from schedule.session s
    where s.cohort_id = new.cohort_id and s.starts_at >= now_at and not exists (
        select from schedule.resource_booking b
        where b.identity_id = new.identity_id and b.during && s.during and not b.cancelled)
    order by s.id;
    return null;
end $$;
create trigger trainee_takes_seat after insert on enrollment.enrollment
    for each row when (new.holds_seat) execute function schedule.follow_enrollment();
create trigger trainee_follows_enrollment after update of state, identity_id, cohort_id on enrollment.enrollment
    for each row when ((old.identity_id, old.cohort_id, old.holds_seat) is distinct from (new.identity_id, new.cohort_id, new.holds_seat))
    execute function schedule.follow_enrollment();
