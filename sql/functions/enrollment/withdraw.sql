-- Somebody leaves a cohort or its queue; a seat that falls free goes to the first in the queue in the same breath.
create or replace function enrollment.withdraw(request uuid, digest bytea, at timestamptz, wanted text, reason text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    leaver enrollment.enrollment;
    heir enrollment.enrollment;
    cohort enrollment.cohort;
    freed boolean;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select c.* into cohort from enrollment.enrollment e join enrollment.cohort c on c.id = e.cohort_id
    where e.zone_id = z and e.code = wanted;
    if not found then perform core.missing('enrollment', wanted); end if;
    -- Lock order everywhere: the counter row, then enrollments.
    perform from enrollment.cohort_seats s where s.cohort_id = cohort.id for update;
    select * into leaver from enrollment.enrollment e where e.zone_id = z and e.code = wanted for update;
    if core.day(at) > cohort.ends_on then perform core.reject('cohort_not_over', cohort.code, cohort.ends_on::text); end if;
    update enrollment.enrollment e set state = t.to_state, left_at = withdraw.at
    from enrollment.transition t where e.id = leaver.id and t.from_state = e.state and t.act = 'withdraw';
    if not found then perform core.reject('enrollment_allows_step', wanted, leaver.state, 'withdraw'); end if;
    freed := leaver.state <> 'waitlisted';
    if freed then
        update enrollment.enrollment e set state = t.to_state, seated_at = withdraw.at
        from enrollment.transition t
        where e.id = (select q.id from enrollment.enrollment q where q.cohort_id = cohort.id and q.state = 'waitlisted'
                order by q.queue_number limit 1)
            and t.from_state = e.state and t.act = 'promote'
        returning e.* into heir;
    end if;
    update enrollment.cohort_seats s set taken = s.taken - (freed and heir.id is null)::int,
        waiting = s.waiting - (not freed or heir.id is not null)::int
    where s.cohort_id = cohort.id;
    if heir.id is not null then
        perform core.notify(heir.zone_id, at, 'person:' || p.code, 'enrollment:' || heir.code, 'waitlist_promoted',
            heir.code, cohort.code, cohort.starts_on::text)
        from core.person p where p.id = heir.person_id;
    end if;
    return core.finish(z, request, digest, at, 'enrollment', 'withdraw', 'enrollment:' || wanted,
        jsonb_build_object('cohort', cohort.code, 'reason', reason, 'promoted', heir.code, 'queue_number', heir.queue_number),
        array[wanted, 'withdrawn', heir.code]);
end $$;
select core.expose('enrollment.withdraw', 'officer');
