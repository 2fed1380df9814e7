-- Who holds a seat where, as natural persons: for the schedule's functions, which see to it that nobody has to be in two
-- rooms at once. Granted to nobody: identities are hidden.
create view enrollment.seat_holder with (security_invoker) as
select e.cohort_id, e.identity_id, e.id as enrollment_id, e.zone_id, e.person_id
from enrollment.enrollment e
where e.holds_seat;
comment on view enrollment.seat_holder is 'a natural person holds at most one seat in a cohort';

-- In which cohorts a person of the active zone holds a seat, by the code of the record that stays.
create view enrollment.seat_of_person with (security_invoker) as
select e.zone_id, e.cohort_id, coalesce(kept.code, p.code) as person_code
from enrollment.enrollment e
join core.person p on p.id = e.person_id
left join core.person kept on kept.id = p.merged_into
where e.holds_seat;
grant select on enrollment.seat_of_person to zb_reader, zb_joint_office;
