-- Somebody leaves a cohort or its queue; a seat that falls free goes to the first in the queue in the same breath.
create or replace function enrollment.withdraw(request uuid, digest bytea, at timestamptz, wanted text, act text, reason text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    leaver enrollment.enrollment;
    cohort enrollment.cohort;
    change jsonb;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    if act not in ('withdraw', 'decline') then perform core.missing('step', act); end if;
    select c.* into cohort from enrollment.enrollment e join enrollment.cohort c on c.id = e.cohort_id
    where e.zone_id = z and e.code = wanted;
    if not found then perform core.missing('enrollment', wanted); end if;
    -- Lock order everywhere: the counter row, then enrollments.
    perform from enrollment.cohort_seats s where s.cohort_id = cohort.id for update;
    select * into leaver from enrollment.enrollment e where e.zone_id = z and e.code = wanted for update;
    if core.day(at) > cohort.ends_on then perform core.reject('cohort_not_over', cohort.code, cohort.ends_on::text); end if;
    change := enrollment.leave(cohort, array[leaver.id], act, at);
    return core.finish(z, request, digest, at, 'enrollment', act, 'enrollment:' || wanted,
        change || jsonb_build_object('cohort', cohort.code, 'reason', reason),
        array[wanted, 'withdrawn', change ->> 'promoted']);
end $$;
select core.expose('enrollment.withdraw', 'officer');
