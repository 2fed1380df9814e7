-- Gives every free seat to the next in the queue who may have it: in the order of the numbers, a quota's seat to its zone
-- only, a group as a whole unless splittable. Who cannot have it now is passed over with the reason on record, keeps the
-- number, and no longer counts as waiting. The caller holds the lock and saves the counters. Part of verbs.
create or replace function enrollment.fill(inout seats enrollment.cohort_seats, cohort enrollment.cohort, at timestamptz,
    out promoted text[], out passed text[])
language plpgsql set search_path = core, pg_temp as $$
declare
    next record;
    heir enrollment.enrollment;
    last int := -2147483648;
    members bigint[];
    reason text;
begin
    promoted := '{}';
    passed := '{}';
    seats := enrollment.released(seats, core.day(at));
    if seats.closed or core.day(at) > cohort.ends_on then return; end if;
    loop
        select e as entry, p.place into next from enrollment.enrollment e
        join enrollment.cohort_party p on p.cohort_id = e.cohort_id and p.zone_id = e.zone_id
        where e.cohort_id = cohort.id and e.state = 'waitlisted' and (e.passed_over is null or e.passed_over = 'group')
            and e.queue_number > last
            and (seats.pool_taken < seats.capacity - seats.reserved or seats.unlimited
                or seats.zone_taken[p.place] < seats.quotas[p.place])
        order by e.queue_number limit 1;
        exit when not found;
        heir := next.entry;
        last := heir.queue_number;
        members := array(select m.id from enrollment.enrollment m
            where m.id = heir.id or not heir.splittable and m.cohort_id = cohort.id and m.group_code = heir.group_code
                and m.state = 'waitlisted' order by m.queue_number);
        reason := enrollment.reason_to_pass(seats, cohort, next.place, members, at);
        if reason is not null then
            passed := passed || (heir.code || '|' || reason);
            seats := enrollment.counted(seats, next.place, 0, -enrollment.pass_over(members, reason, at));
        else
            seats := enrollment.counted(seats, next.place, cardinality(members),
                -(select count(*)::int from enrollment.enrollment m where m.id = any (members) and m.passed_over is null));
            promoted := promoted || enrollment.promote(cohort, members, at);
        end if;
    end loop;
end $$;
