-- Lets another zone of the cohort take an enrollment over, when the trainee now belongs there; until it does, nothing
-- changes.
create or replace function enrollment.release_enrollment(
    request uuid, digest bytea, at timestamptz, wanted text, zone_code text, reason text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    e enrollment.enrollment;
    receiver bigint;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select * into e from enrollment.enrollment a where a.zone_id = z and a.code = wanted for update;
    if not found then perform core.missing('enrollment', wanted); end if;
    select p.zone_id into receiver from enrollment.cohort_party p join core.zone o on o.id = p.zone_id
    where p.cohort_id = e.cohort_id and o.code = zone_code and p.zone_id <> z;
    if not found then perform core.missing('zone', zone_code); end if;
    if e.state <> 'enrolled' then perform core.reject('enrollment_allows_step', wanted, e.state, 'transfer'); end if;
    update enrollment.enrollment a set released_to = receiver where a.id = e.id;
    perform core.notify(receiver, at, 'zone:' || zone_code, 'enrollment:' || wanted, 'enrollment_released', wanted,
        (select c.code from enrollment.cohort c where c.id = e.cohort_id));
    return core.finish(z, request, digest, at, 'enrollment', 'release', 'enrollment:' || wanted,
        jsonb_build_object('to', zone_code, 'reason', reason), array[wanted, 'enrolled', zone_code, null]);
end $$;
select core.expose('enrollment.release_enrollment', 'officer');
