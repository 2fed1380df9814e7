-- Writes a cohort's counters in one update, so that every constraint on them holds at every moment; part of verbs.
create or replace function enrollment.save_seats(s enrollment.cohort_seats) returns void
language sql set search_path = core, pg_temp as $$
    update enrollment.cohort_seats t set capacity = s.capacity, unlimited = s.unlimited, closed = s.closed, taken = s.taken,
        waiting = s.waiting, last_number = s.last_number, first_number = s.first_number, reserved = s.reserved,
        pool_taken = s.pool_taken, quotas = s.quotas, zone_taken = s.zone_taken, zone_waiting = s.zone_waiting,
        release_on = s.release_on
    where t.cohort_id = s.cohort_id
$$;
