-- Sessions of a trainee's other cohorts that meet the coming ones of a cohort, for a notice: the facts of
-- `schedule.overlaps`, at most three; null for none.
create or replace function schedule.trainee_overlaps(z bigint, trainee bigint, cohort bigint, now_at timestamptz)
returns text[] language sql stable set search_path = core, pg_temp as $$
    select array_agg(f.fact order by lower(o.meeting), o.session_id, f.nr)
    from (
        select s.during * b.during as meeting, b.session_id
        from schedule.session s
        join schedule.resource_booking b on b.identity_id = trainee and b.during && s.during and not b.cancelled
            and b.session_id <> s.id
        where s.cohort_id = cohort and s.starts_at >= now_at and not s.cancelled
        order by lower(s.during), b.session_id
        limit 3
    ) as o
    cross join lateral unnest(schedule.overlap_facts(z, 'trainee', '1', o.meeting, o.session_id))
        with ordinality as f (fact, nr)
$$;
