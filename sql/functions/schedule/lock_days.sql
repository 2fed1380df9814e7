-- Two exclusion checks that meet can deadlock, and the loser waits a second to hear it. So who books takes turns: a lock
-- on each room's and cohort's day and on each instructor's week (their hours are limited by it), always in one order.
-- Locks are shared out over a fixed number of keys, so that a file of any length cannot exhaust the server's.
create or replace function schedule.lock_days(booked schedule.session[]) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    key int;
begin
    -- Enrollments wait: who takes a seat now must find these sessions, or be found by them.
    for key in select distinct (n.cohort_id & 4095)::int from unnest(booked) as n order by 1 loop
        perform pg_advisory_xact_lock_shared(711, key);
    end loop;
    for key in
        select distinct hashtext(r.name) & 4095
        from unnest(booked) as n
        cross join lateral (values
            ('venue:' || n.venue_id || ':' || n.held_on), ('cohort:' || n.cohort_id || ':' || n.held_on),
            ('instructor:' || n.instructor_id || ':' || n.held_on - extract(isodow from n.held_on)::int)) as r (name)
        where r.name is not null
        order by 1
    loop
        perform pg_advisory_xact_lock(710, key);
    end loop;
end $$;
