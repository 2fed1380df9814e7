-- A seat in a cohort is a booking of its holder's time for every session to come.

-- Refuses who asks for a seat, or for a place in the queue, in a cohort that meets when another of theirs does. Who
-- comes out of the queue keeps the seat even so: the zone is told, and people decide.
create function schedule.follow_enrollment() returns trigger language plpgsql set search_path = core, pg_temp as $$
declare
    now_at timestamptz := coalesce(new.seated_at, new.applied_at);
    seated boolean;
    clash text[];
begin
    if tg_op = 'UPDATE' then
        if (old.state, old.identity_id) = (new.state, new.identity_id) then return null; end if;
        delete from schedule.resource_booking b using schedule.session s
        where s.cohort_id = old.cohort_id and b.session_id = s.id and b.identity_id = old.identity_id;
    end if;
    perform pg_advisory_xact_lock(711, (new.cohort_id & 4095)::int);
    if not exists (select from schedule.session s
        where s.cohort_id = new.cohort_id and s.starts_at >= now_at and not s.cancelled) then
        return null;
    end if;
    clash := schedule.trainee_overlaps(new.zone_id, new.identity_id, new.cohort_id, now_at);
    if clash is not null and tg_op = 'INSERT' then
        perform core.reject('trainee_free_for_cohort', variadic
            (select c.code from enrollment.cohort c where c.id = new.cohort_id) || clash);
    end if;
    if clash is not null then
        perform core.notify(new.zone_id, now_at, 'person:' || p.code, 'enrollment:' || new.code, 'trainee_overlap',
            variadic (select c.code from enrollment.cohort c where c.id = new.cohort_id) || clash)
        from core.person p where p.id = new.person_id;
    end if;
    select t.holds_seat into seated from enrollment.state t where t.code = new.state;
    if seated then
        insert into schedule.resource_booking (session_id, identity_id, during, cancelled)
        select s.id, new.identity_id, s.during, s.cancelled
        from schedule.session s
        where s.cohort_id = new.cohort_id and s.starts_at >= now_at and not exists (
            select from schedule.resource_booking b
            where b.identity_id = new.identity_id and b.during && s.during and not b.cancelled)
        order by s.id;
    end if;
    return null;
end $$;
create trigger trainee_follows_enrollment after insert or update of state, identity_id on enrollment.enrollment
    for each row execute function schedule.follow_enrollment();
