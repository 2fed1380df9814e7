-- What is due in every module's cases: clocks that run, and public data that will end.
create view core.todo with (security_invoker) as
    select d.due_on, 'deadline_due' as kind, d.subject, array[d.leg, d.days::text, d.unit] as facts
    from core.deadline d where d.met_on is null and d.paused_on is null
    union all
    -- The next year's calendar is published in November: from then on its absence is something to do.
    select make_date(max(y.year), 11, 15), 'calendar_ends', 'calendar:' || max(y.year), array[max(y.year)::text]
    from core.calendar_year y having max(y.year) is not null;
grant select on core.todo to zb_reader, zb_joint_office;
