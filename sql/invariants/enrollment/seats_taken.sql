-- A cohort's counters say what its enrollments are: seats taken, and people waiting whom the queue has not passed over.
select 'cohort:' || c.code,
    'taken ' || s.taken || '/' || n.taken || ', waiting ' || s.waiting || '/' || n.waiting
from enrollment.cohort_seats s join enrollment.cohort c on c.id = s.cohort_id
cross join lateral (
    select count(*) filter (where t.holds_seat) as taken,
        count(*) filter (where e.state = 'waitlisted' and e.passed_over is null) as waiting
    from enrollment.enrollment e join enrollment.state t on t.code = e.state where e.cohort_id = c.id
) as n
where (s.taken, s.waiting) is distinct from (n.taken, n.waiting)
order by c.code
