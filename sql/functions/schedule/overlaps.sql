-- What stands in the way of sessions, for a refusal: the first five overlaps, rooms first, seven facts each as
-- `schedule.overlap_facts` writes them.
create or replace function schedule.overlaps(z bigint, booked schedule.session[]) returns text[]
language sql stable set search_path = core, pg_temp as $$
    select array_agg(f.fact order by o.rank, lower(o.meeting), o.session_id, f.nr)
    from (
        select r.rank, r.kind, coalesce(v.code, i.code, c.code, count(*)::text) as resource,
            b.during * n.during as meeting, b.session_id
        from unnest(booked) as n
        join schedule.resource_booking b on not b.cancelled and b.session_id <> n.id and b.during && n.during
            and (b.venue_id = n.venue_id or b.instructor_id = n.instructor_id or b.cohort_id = n.cohort_id
                or b.identity_id in (select h.identity_id from enrollment.seat_holder h where h.cohort_id = n.cohort_id))
        cross join lateral (
            select case when b.venue_id is not null then 1 when b.instructor_id is not null then 2
                when b.cohort_id is not null then 3 else 4 end) as w (rank)
        join (values (1, 'venue'), (2, 'instructor'), (3, 'cohort'), (4, 'trainee')) as r (rank, kind) using (rank)
        left join schedule.venue v on v.id = b.venue_id
        left join schedule.instructor i on i.id = b.instructor_id
        left join enrollment.cohort c on c.id = b.cohort_id
        group by r.rank, r.kind, v.code, i.code, c.code, meeting, b.session_id
        order by r.rank, lower(b.during * n.during), b.session_id
        limit 5
    ) as o
    cross join lateral unnest(schedule.overlap_facts(z, o.kind, o.resource, o.meeting, o.session_id))
        with ordinality as f (fact, nr)
$$;
