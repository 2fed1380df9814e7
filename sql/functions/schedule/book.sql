-- Books what a new session occupies, in one order everywhere: room, instructor, cohort. Part of the verbs of sessions.
create or replace function schedule.book(z bigint, booked schedule.session) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    rule text;
begin
    -- Two exclusion checks that meet can deadlock, and the loser waits a second to hear it. As no session goes over
    -- midnight, a lock on each resource's day lets the second one in only when the first has been decided.
    perform pg_advisory_xact_lock(hashtextextended('venue:' || booked.venue_id || ':' || booked.held_on, 0));
    perform pg_advisory_xact_lock(hashtextextended('instructor:' || booked.instructor_id || ':' || booked.held_on, 0));
    perform pg_advisory_xact_lock(hashtextextended('cohort:' || booked.cohort_id || ':' || booked.held_on, 0));
    begin
        insert into schedule.resource_booking (session_id, venue_id, instructor_id, cohort_id, during, cancelled)
        select booked.id, r.venue, r.instructor, r.cohort, booked.during, booked.cancelled
        from (values (booked.venue_id, null, null), (null, booked.instructor_id, null), (null, null, booked.cohort_id))
            as r (venue, instructor, cohort)
        where num_nonnulls(r.venue, r.instructor, r.cohort) = 1;
    exception when exclusion_violation then
        get stacked diagnostics rule = constraint_name;
        perform core.reject(rule, variadic schedule.overlaps(z, booked));
    end;
    -- All zones of the cohort learn what the room and the instructor are called.
    insert into schedule.venue_party (zone_id, venue_id, level)
    select p.zone_id, booked.venue_id, 'attends' from enrollment.cohort_party p where p.cohort_id = booked.cohort_id
    on conflict do nothing;
    insert into schedule.instructor_party (zone_id, instructor_id, level)
    select p.zone_id, booked.instructor_id, 'attends' from enrollment.cohort_party p
    where p.cohort_id = booked.cohort_id and booked.instructor_id is not null
    on conflict do nothing;
end $$;
