-- What stands in the way of a session, for a refusal: seven facts each, which are the resource's kind and code, the
-- first and last instant of the overlap, and the other session's code, zone and contact. Of a session of another zone
-- that the zone `z` has no part in, its code stays unsaid.
create or replace function schedule.overlaps(z bigint, booked schedule.session) returns text[]
language sql stable set search_path = core, pg_temp as $$
    select array_agg(f.fact order by o.kind desc, lower(o.meeting), o.code, f.nr)
    from (
        select
            case when b.venue_id is not null then 'venue' when b.instructor_id is not null then 'instructor'
                else 'cohort' end,
            coalesce(v.code, i.code, c.code),
            b.during * booked.during,
            case when exists (select from enrollment.cohort_party p where p.cohort_id = s.cohort_id and p.zone_id = z)
                then s.code else '' end,
            k.code,
            s.contact
        from schedule.resource_booking b
        join schedule.session s on s.id = b.session_id
        join core.zone k on k.id = s.zone_id
        left join schedule.venue v on v.id = b.venue_id
        left join schedule.instructor i on i.id = b.instructor_id
        left join enrollment.cohort c on c.id = b.cohort_id
        where not b.cancelled and b.session_id <> booked.id and b.during && booked.during
            and (b.venue_id = booked.venue_id or b.instructor_id = booked.instructor_id
                or b.cohort_id = booked.cohort_id)
        order by 1 desc, lower(b.during * booked.during), s.id
        limit 5
    ) as o (kind, resource, meeting, code, zone, contact)
    cross join lateral unnest(array[o.kind, o.resource,
        to_char(lower(o.meeting) at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"'),
        to_char(upper(o.meeting) at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"'),
        o.code, o.zone, o.contact]) with ordinality as f (fact, nr)
$$;
