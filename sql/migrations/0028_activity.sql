-- When people were last in a class, for the periods after which their records are due for erasure.
create view enrollment.person_activity with (security_invoker) as
    select e.zone_id, e.person_id, max(c.ends_on) as last_on
    from enrollment.enrollment e join enrollment.cohort c on c.id = e.cohort_id
    where e.state <> 'withdrawn' group by e.zone_id, e.person_id;
grant select on enrollment.person_activity to zb_reader, zb_joint_office;
select core.declare_activity('enrollment.person_activity', 'training');
