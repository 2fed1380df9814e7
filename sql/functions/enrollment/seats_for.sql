-- How many seats a zone (its place in the arrays) could take now: what is left of its quota, and of the pool.
create or replace function enrollment.seats_for(s enrollment.cohort_seats, place int) returns int
language sql immutable set search_path = core, pg_temp as $$
    select case when s.closed then 0 when s.unlimited then 2147483647 else
        greatest(s.quotas[place] - s.zone_taken[place], 0) + greatest(s.capacity - s.reserved - s.pool_taken, 0) end
$$;
