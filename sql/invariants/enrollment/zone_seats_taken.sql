-- The same by zone, in the order of the zones' places.
select 'cohort:' || c.code || ' ' || z.code,
    'taken ' || s.zone_taken[p.place] || '/' || n.taken || ', waiting ' || s.zone_waiting[p.place] || '/' || n.waiting
from enrollment.cohort_party p join enrollment.cohort c on c.id = p.cohort_id join core.zone z on z.id = p.zone_id
join enrollment.cohort_seats s on s.cohort_id = p.cohort_id
cross join lateral (
    select count(*) filter (where t.holds_seat) as taken,
        count(*) filter (where e.state = 'waitlisted' and e.passed_over is null) as waiting
    from enrollment.enrollment e join enrollment.state t on t.code = e.state
    where e.cohort_id = p.cohort_id and e.zone_id = p.zone_id
) as n
where (s.zone_taken[p.place], s.zone_waiting[p.place]) is distinct from (n.taken, n.waiting)
order by 1
