-- A series of sessions on the dates that its rule gave: all of them, or a refusal with what stands in the way.
create or replace function schedule.add_series(
    request uuid, digest bytea, at timestamptz, new_code text, course_code text, venue_code text, instructor_code text,
    new_rule text, holidays text, makeup_days text, dates date[], skipped date[], reasons text[],
    starts_minute bigint, ends_minute bigint, hours bigint, new_contact text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    course record;
    cohort enrollment.cohort;
    added schedule.series;
    codes text[];
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select l.id, c.code as cohort_code into course
    from schedule.course l
    join enrollment.cohort c on c.id = l.cohort_id
    join enrollment.cohort_party p on p.cohort_id = c.id and p.zone_id = z
    where l.code = course_code;
    if not found then perform core.missing('course', course_code); end if;
    cohort := schedule.cohort_of(z, course.cohort_code);
    new_code := coalesce(new_code, core.next_code('R', at));
    insert into schedule.series (zone_id, code, cohort_id, course_id, rule, first_on, holidays, makeup_days)
    values (z, new_code, cohort.id, course.id, new_rule, dates[1], holidays, makeup_days)
    returning * into added;
    codes := schedule.plan_dates(z, at, added, dates, starts_minute, ends_minute, hours,
        schedule.venue_named(z, venue_code), schedule.instructor_named(z, instructor_code),
        coalesce(new_contact, session_user));
    insert into schedule.skipped_date (series_id, cohort_id, day, reason)
    select added.id, cohort.id, s.day, s.reason from unnest(skipped, reasons) as s (day, reason);
    return core.finish(z, request, digest, at, 'series', 'add', 'series:' || new_code,
        jsonb_build_object('code', new_code, 'course', course_code, 'venue', venue_code, 'instructor', instructor_code,
            'rule', new_rule, 'holidays', holidays, 'makeup_days', makeup_days, 'dates', dates, 'skipped', skipped),
        array[new_code, cohort.code, cardinality(codes)::text, cardinality(skipped)::text, codes[1],
            codes[cardinality(codes)]]);
end $$;
select core.expose('schedule.add_series', 'officer');
