-- What an examination found, by the trainee's zone or a host; a later one replaces it.
create or replace function enrollment.examine(request uuid, digest bytea, at timestamptz, wanted text, result text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    e enrollment.enrollment;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select * into e from enrollment.enrollment a where a.code = wanted and (a.zone_id = z or exists (
        select from enrollment.cohort_party p where p.cohort_id = a.cohort_id and p.zone_id = z and p.level = 'host'));
    if not found then perform core.missing('enrollment', wanted); end if;
    perform from enrollment.cohort_seats s where s.cohort_id = e.cohort_id for update;
    update enrollment.enrollment a set examination = result from enrollment.transition t
    where a.id = e.id and t.from_state = a.state and t.act = 'complete';
    if not found then perform core.reject('attendance_needs_seat', wanted, e.state); end if;
    return core.finish(z, request, digest, at, 'completion', 'examine', 'enrollment:' || wanted,
        jsonb_build_object('before', e.examination, 'result', result), array[wanted, result]);
end $$;
select core.expose('enrollment.examine', 'officer');
