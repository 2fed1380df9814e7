-- Sessions of a series on some dates, at its hours and numbered on; part of the verbs of series.
create or replace function schedule.plan_dates(
    z bigint, at timestamptz, planned schedule.series, dates date[], starts_minute bigint, ends_minute bigint,
    hours bigint, venue bigint, instructor bigint, contact text
) returns text[] language plpgsql set search_path = core, pg_temp as $$
declare
    added schedule.session[];
begin
    with dated as (
        select d.day, planned.last_number + row_number() over (order by d.day) as number,
            d.day::timestamp at time zone 'Asia/Shanghai' as midnight
        from unnest(dates) as d (day)
    ), inserted as (
        insert into schedule.session (zone_id, contact, code, cohort_id, course_id, venue_id, instructor_id, starts_at,
            ends_at, hours, planned_at, series_id, rule_date)
        select z, contact, planned.code || '-' || lpad(d.number::text, greatest(2, length(d.number::text)), '0'),
            planned.cohort_id, planned.course_id, venue, instructor, d.midnight + starts_minute * interval '1 minute',
            d.midnight + ends_minute * interval '1 minute', hours, at, planned.id, d.day
        from dated d order by d.day
        returning session)
    select array_agg(i.session order by (i.session).rule_date) into added from inserted as i;
    perform schedule.book(z, added);
    update schedule.series r set last_number = r.last_number + cardinality(dates) where r.id = planned.id;
    return (select array_agg(n.code order by n.rule_date) from unnest(added) as n);
end $$;
