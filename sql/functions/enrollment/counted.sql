-- A cohort's counters after seats and waiting people of one zone (its place in the arrays) came or went; the caller, who
-- holds the row's lock, writes them with save_seats. Part of the verbs that change who sits where.
create or replace function enrollment.counted(s enrollment.cohort_seats, place int, seats int, waiters int)
returns enrollment.cohort_seats language plpgsql immutable set search_path = core, pg_temp as $$
declare
    before int := greatest(s.zone_taken[place] - s.quotas[place], 0);
begin
    s.taken := s.taken + seats;
    s.waiting := s.waiting + waiters;
    s.zone_taken[place] := s.zone_taken[place] + seats;
    s.zone_waiting[place] := s.zone_waiting[place] + waiters;
    s.pool_taken := s.pool_taken + greatest(s.zone_taken[place] - s.quotas[place], 0) - before;
    return s;
end $$;
