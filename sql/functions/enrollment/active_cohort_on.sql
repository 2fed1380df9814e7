-- The cohort in which an enrollment was on a day: the present one, unless it was transferred since. Part of counts.
create or replace function enrollment.active_cohort_on(e enrollment.enrollment, day date) returns bigint
language sql stable set search_path = core, pg_temp as $$
    select coalesce(
        (select v.to_cohort_id from enrollment.transfer v where v.enrollment_id = e.id and core.day(v.at) <= day
            order by v.at desc limit 1),
        (select v.from_cohort_id from enrollment.transfer v where v.enrollment_id = e.id order by v.at limit 1),
        e.cohort_id)
$$;
