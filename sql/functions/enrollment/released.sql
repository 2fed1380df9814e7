-- The counters with quotas set to nought when their day of release has come: every seat not taken is the pool's.
create or replace function enrollment.released(s enrollment.cohort_seats, today date) returns enrollment.cohort_seats
language plpgsql immutable set search_path = core, pg_temp as $$
begin
    if s.release_on <= today then
        s.quotas := array_fill(0, array[cardinality(s.quotas)]);
        s.reserved := 0;
        s.pool_taken := s.taken;
        s.release_on := null;
    end if;
    return s;
end $$;
