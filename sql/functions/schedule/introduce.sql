-- All zones of the cohorts learn what the rooms and instructors of sessions are called; part of the verbs that place them.
create or replace function schedule.introduce(placed schedule.session[]) returns void
language sql set search_path = core, pg_temp as $$
    insert into schedule.venue_party (zone_id, venue_id, level)
    select distinct p.zone_id, n.venue_id, 'attends'
    from unnest(placed) as n join enrollment.cohort_party p on p.cohort_id = n.cohort_id
    where not exists (select from schedule.venue_party q where q.zone_id = p.zone_id and q.venue_id = n.venue_id)
    on conflict do nothing;
    insert into schedule.instructor_party (zone_id, instructor_id, level)
    select distinct p.zone_id, n.instructor_id, 'attends'
    from unnest(placed) as n join enrollment.cohort_party p on p.cohort_id = n.cohort_id
    where n.instructor_id is not null and not exists (
        select from schedule.instructor_party q where q.zone_id = p.zone_id and q.instructor_id = n.instructor_id)
    on conflict do nothing;
$$;
