-- The end of a verb that changed a cohort's limits: free seats go to the queue, counters are saved, the event is written.
-- Answers outcome, code, reason, three by three.
create or replace function enrollment.refilled(
    z bigint, request uuid, digest bytea, at timestamptz, cohort enrollment.cohort, s enrollment.cohort_seats, verb text,
    change jsonb
) returns text[] language plpgsql set search_path = core, pg_temp as $$
declare
    filled record := enrollment.fill(s, cohort, at);
begin
    perform enrollment.save_seats(filled.seats);
    return core.finish(z, request, digest, at, case when verb = 'set' then 'quota' else 'cohort' end, verb,
        'cohort:' || cohort.code,
        change || jsonb_build_object('promoted', filled.promoted, 'passed_over', filled.passed),
        enrollment.told('promoted', filled.promoted) || enrollment.told('passed_over', filled.passed));
end $$;
