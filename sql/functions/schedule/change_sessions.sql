-- Turns sessions, which the caller has locked in the order of their ids, into what they are to be: all at once, so that
-- they may change places. Their bookings follow; what stands in the way is refused; people are told.
create or replace function schedule.change_sessions(
    z bigint, at timestamptz, kind text, reason text, old schedule.session[], wanted schedule.session[]
) returns schedule.session[] language plpgsql set search_path = core, pg_temp as $$
declare
    rule text;
    each schedule.session;
    done schedule.session[];
begin
    perform schedule.lock_days(old || wanted);
    begin
        set constraints schedule.session_room_not_double_booked, schedule.session_instructor_not_double_booked,
            schedule.session_cohort_not_double_booked, schedule.session_trainee_not_double_booked deferred;
        with changed as (
            update schedule.session s set starts_at = w.starts_at, ends_at = w.ends_at, venue_id = w.venue_id,
                instructor_id = w.instructor_id, hours = w.hours, state = w.state, sequence = s.sequence + 1
            from unnest(wanted) as w where s.id = w.id returning s)
        select array_agg(c.s order by (c.s).id) into done from changed as c;
        update schedule.resource_booking b set venue_id = n.venue_id
        from unnest(done) as n where b.session_id = n.id and b.venue_id <> n.venue_id;
        delete from schedule.resource_booking b using unnest(done) as n
        where b.session_id = n.id and b.instructor_id is not null and b.instructor_id is distinct from n.instructor_id;
        insert into schedule.resource_booking (session_id, instructor_id, during, cancelled)
        select n.id, n.instructor_id, n.during, n.cancelled from unnest(done) as n
        where n.instructor_id is not null and not exists (
            select from schedule.resource_booking b where b.session_id = n.id and b.instructor_id = n.instructor_id);
        -- Whoever had another session at the old time comes to the new one if they can.
        insert into schedule.resource_booking (session_id, identity_id, during, cancelled)
        select n.id, h.identity_id, n.during, n.cancelled
        from unnest(done) as n join enrollment.seat_holder h on h.cohort_id = n.cohort_id
        where kind not in ('cancelled', 'corrected') and not exists (
            select from schedule.resource_booking b where b.identity_id = h.identity_id
                and (b.session_id = n.id or not b.cancelled and b.during && n.during));
        set constraints schedule.session_room_not_double_booked, schedule.session_instructor_not_double_booked,
            schedule.session_cohort_not_double_booked, schedule.session_trainee_not_double_booked immediate;
    exception when exclusion_violation then
        get stacked diagnostics rule = constraint_name;
        perform core.reject(rule, variadic schedule.overlaps(z, wanted));
    end;
    if kind not in ('cancelled', 'corrected') then
        foreach each in array done loop
            perform schedule.check_venue(z, each);
            perform schedule.check_instructor(z, each);
        end loop;
    end if;
    perform schedule.introduce(done);
    insert into schedule.session_change (session_id, cohort_id, sequence, kind, at, by_login, reason,
        old_starts_at, old_ends_at, old_venue_id, old_instructor_id, old_hours,
        new_starts_at, new_ends_at, new_venue_id, new_instructor_id, new_hours)
    select n.id, n.cohort_id, n.sequence, kind, at, session_user, reason, o.starts_at, o.ends_at, o.venue_id,
        o.instructor_id, o.hours, n.starts_at, n.ends_at, n.venue_id, n.instructor_id, n.hours
    from unnest(done) as n join unnest(old) as o on o.id = n.id;
    perform schedule.tell(at, kind, reason, old, done);
    return done;
end $$;
