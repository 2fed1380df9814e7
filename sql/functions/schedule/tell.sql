-- Notices of a change: to every zone of the cohort for its class, and to the home zones of the instructors. Facts:
-- session, course, cohort, then start, end, room and instructor as they were and as they are, and the reason. A home
-- zone that has no part in the cohort hears no more of it than the times, and whom to ask.
create or replace function schedule.tell(
    at timestamptz, kind text, reason text, old schedule.session[], new schedule.session[]
) returns void language sql set search_path = core, pg_temp as $$
    with change as (
        select o, n, l.name as course, c.code as cohort, ov.name as old_room, nv.name as new_room,
            oi.name as old_teacher, ni.name as new_teacher
        from unnest(new) as n join unnest(old) as o on o.id = n.id
        join schedule.course l on l.id = n.course_id
        join enrollment.cohort c on c.id = n.cohort_id
        join schedule.venue ov on ov.id = o.venue_id
        join schedule.venue nv on nv.id = n.venue_id
        left join schedule.instructor oi on oi.id = o.instructor_id
        left join schedule.instructor ni on ni.id = n.instructor_id
    ), told as (
        select c.*, p.zone_id, 'cohort:' || c.cohort as recipient, true as is_party
        from change c join enrollment.cohort_party p on p.cohort_id = (c.n).cohort_id
        union all
        select c.*, i.zone_id, 'instructor:' || i.code, exists (
            select from enrollment.cohort_party p where p.cohort_id = (c.n).cohort_id and p.zone_id = i.zone_id)
        from change c join schedule.instructor i on i.id in ((c.o).instructor_id, (c.n).instructor_id)
    )
    select core.notify(t.zone_id, at, t.recipient,
        case when t.is_party then 'session:' || (t.n).code else t.recipient end, 'session_' || kind,
        case when t.is_party then (t.n).code else '' end, case when t.is_party then t.course else '' end,
        case when t.is_party then t.cohort else '' end,
        schedule.minute((t.o).starts_at), schedule.minute((t.o).ends_at),
        case when t.is_party then t.old_room else '' end, coalesce(t.old_teacher, ''),
        schedule.minute((t.n).starts_at), schedule.minute((t.n).ends_at),
        case when t.is_party then t.new_room else '' end, coalesce(t.new_teacher, ''),
        case when t.is_party then coalesce(reason, '') else (t.n).contact end)
    from told t order by (t.n).id, t.recipient, t.zone_id
$$;
