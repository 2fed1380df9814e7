-- Which of the nested limits keeps a zone without a seat: `cohort`, or its `quota` and the `pool`, with used and size.
create or replace function enrollment.seats_full(s enrollment.cohort_seats, place int) returns text
language sql immutable set search_path = core, pg_temp as $$
    select case
        when s.closed then 'closed'
        when s.taken >= s.capacity then 'cohort ' || s.taken || '/' || s.capacity
        else case when s.quotas[place] > 0 then 'quota ' || least(s.zone_taken[place], s.quotas[place]) || '/' || s.quotas[place] || ',' else '' end
            || 'pool ' || s.pool_taken || '/' || (s.capacity - s.reserved) end
$$;
