-- Closes a cohort to everybody who would come, or opens it again: then free seats go to the queue at once.
create or replace function enrollment.set_closed(
    request uuid, digest bytea, at timestamptz, cohort_code text, close boolean, reason text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    cohort enrollment.cohort;
    s enrollment.cohort_seats;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    cohort := enrollment.hosted_cohort(z, cohort_code);
    cohort := enrollment.open_cohort(z, cohort_code, at);
    select * into s from enrollment.cohort_seats t where t.cohort_id = cohort.id for update;
    if s.closed and close then perform core.reject('cohort_open', cohort_code); end if;
    if not s.closed and not close then perform core.reject('cohort_closed', cohort_code); end if;
    s.closed := close;
    return enrollment.refilled(z, request, digest, at, cohort, s, case when close then 'close' else 'reopen' end,
        jsonb_build_object('reason', reason));
end $$;
select core.expose('enrollment.set_closed', 'officer');
