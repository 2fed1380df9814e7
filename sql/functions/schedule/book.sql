-- Books what new sessions occupy, after looking at what they need; part of the verbs that plan sessions.
create or replace function schedule.book(z bigint, booked schedule.session[]) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    rule text;
    each schedule.session;
begin
    perform schedule.lock_days(booked);
    foreach each in array booked loop
        perform schedule.check_venue(z, each);
        perform schedule.check_instructor(z, each);
    end loop;
    begin
        insert into schedule.resource_booking (session_id, venue_id, instructor_id, cohort_id, identity_id, during, cancelled)
        select n.id, r.venue, r.instructor, r.cohort, r.trainee, n.during, n.cancelled
        from unnest(booked) as n
        cross join lateral (
            select n.venue_id, null::bigint, null::bigint, null::bigint
            union all select null, n.instructor_id, null, null where n.instructor_id is not null
            union all select null, null, n.cohort_id, null
            union all select null, null, null, h.identity_id from enrollment.seat_holder h where h.cohort_id = n.cohort_id
        ) as r (venue, instructor, cohort, trainee)
        order by n.id, r.trainee nulls first;
    exception when exclusion_violation then
        get stacked diagnostics rule = constraint_name;
        perform core.reject(rule, variadic schedule.overlaps(z, booked));
    end;
    perform schedule.introduce(booked);
end $$;
