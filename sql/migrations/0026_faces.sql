-- What other modules may read of this one.

-- Trainings that people of the active zone have completed; person_id and person_code are the living record's.
create view enrollment.completed_training with (security_invoker) as
select e.zone_id, coalesce(p.merged_into, p.id) as person_id, coalesce(kept.code, p.code) as person_code,
    g.code as program_code, c.code as cohort_code, m.completed_on, m.hours, t.code as certificate_code
from enrollment.completion m
join enrollment.enrollment e on e.id = m.enrollment_id
join core.person p on p.id = e.person_id
left join core.person kept on kept.id = p.merged_into
join enrollment.cohort c on c.id = e.cohort_id
join enrollment.program g on g.id = c.program_id
left join enrollment.certificate t on t.enrollment_id = e.id
where m.verdict = 'completed';
comment on view enrollment.completed_training is
    'certificate_code is null until the certificate is issued; hours are training hours of sessions attended';

-- What waits for an officer: people in the queue of a cohort that is about to start (due on its first day), and cohorts of
-- ours that ended without an evaluation (due on their last day). Facts: cohort code, then how many people.
create view enrollment.todo (due_on, kind, subject, facts) with (security_invoker) as
select c.starts_on, 'enrollment_waiting', 'cohort:' || c.code, array[c.code, count(*)::text]
from enrollment.enrollment e
join enrollment.cohort c on c.id = e.cohort_id
where e.state = 'waitlisted' and c.evaluated_on is null
group by c.id, c.starts_on, c.code
union all
select c.ends_on, 'completion_unevaluated', 'cohort:' || c.code, array[c.code, s.taken::text]
from enrollment.cohort c
join enrollment.cohort_seats s on s.cohort_id = c.id
join enrollment.cohort_party p on p.cohort_id = c.id and p.level = 'host' and p.zone_id = (select core.active_zone())
where c.evaluated_on is null and s.taken > 0;

grant select on enrollment.completed_training, enrollment.todo to zb_reader, zb_joint_office;
