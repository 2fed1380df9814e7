-- A course of a cohort that the active zone hosts.
create or replace function schedule.add_course(
    request uuid, digest bytea, at timestamptz, new_code text, cohort_code text, new_name text,
    new_subject text, new_features text[], new_lectures bigint, instructor_code text, new_minimum_days bigint
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    new_code := coalesce(new_code, core.next_code('L', at));
    insert into schedule.course (zone_id, code, name, cohort_id, subject, features, lectures, instructor_id, minimum_days)
    values (z, new_code, new_name, (schedule.cohort_of(z, cohort_code)).id, new_subject, new_features, new_lectures,
        schedule.instructor_named(z, instructor_code), new_minimum_days);
    return core.finish(z, request, digest, at, 'course', 'add', 'course:' || new_code,
        jsonb_build_object('code', new_code, 'cohort', cohort_code, 'lectures', new_lectures, 'instructor', instructor_code), array[new_code]);
end $$;
select core.expose('schedule.add_course', 'officer');
