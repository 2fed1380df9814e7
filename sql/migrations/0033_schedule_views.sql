-- What other modules may read of the schedule.
create view schedule.session_of_cohort with (security_invoker) as
select c.code as cohort_code, s.code as session_code, s.starts_at, s.hours, s.state, s.ends_at, l.code as course_code
from schedule.session s
join schedule.course l on l.id = s.course_id
join enrollment.cohort c on c.id = s.cohort_id;

-- What is due: sessions on their day, and sessions that nobody teaches yet. Who asks filters by day.
create view schedule.todo with (security_invoker) as
select s.held_on as due_on,
    case when s.instructor_id is null then 'session_without_instructor' else 'session_held' end as kind,
    'session:' || s.code as subject,
    array[l.code, c.code, coalesce(v.code, ''), to_char(s.starts_at at time zone 'Asia/Shanghai', 'HH24:MI')] as facts
from schedule.session s
join schedule.course l on l.id = s.course_id
join enrollment.cohort c on c.id = s.cohort_id
left join schedule.venue v on v.id = s.venue_id
where s.state = 'scheduled';

grant select on schedule.session_of_cohort, schedule.todo to zb_reader, zb_joint_office;
