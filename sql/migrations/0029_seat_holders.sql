-- Who holds a seat where, as natural persons: for the schedule's functions, which see to it that nobody has to be in two
-- rooms at once. Granted to nobody: identities are hidden.
create view enrollment.seat_holder with (security_invoker) as
select e.cohort_id, e.identity_id, e.id as enrollment_id, e.zone_id, e.person_id
from enrollment.enrollment e
join enrollment.state t on t.code = e.state
where t.holds_seat;
comment on view enrollment.seat_holder is 'a natural person holds at most one seat in a cohort';
