-- Nothing and nobody is booked twice at one time; found by the order of hours, not by the index that keeps it so.
select b.resource, b.during::text
from (
    select k.resource, k.during, max(upper(k.during)) over (
        partition by k.resource order by k.during rows between unbounded preceding and 1 preceding) as busy_until
    from (
        select coalesce('venue:' || o.venue_id, 'instructor:' || o.instructor_id, 'cohort:' || o.cohort_id,
            'identity:' || o.identity_id) as resource, o.during
        from schedule.resource_booking o where not o.cancelled and not isempty(o.during)
    ) as k
) as b
where lower(b.during) < b.busy_until
order by 1, 2
