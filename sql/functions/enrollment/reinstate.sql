-- Undoes a mistaken withdrawal: a seat if there is one; else the number that the person had in the queue, or the head of
-- the queue for who had a seat without ever waiting.
create or replace function enrollment.reinstate(request uuid, digest bytea, at timestamptz, wanted text, reason text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    e enrollment.enrollment;
    cohort enrollment.cohort;
    s enrollment.cohort_seats;
    own_place int;
    seat boolean;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select a.* into e from enrollment.enrollment a where a.zone_id = z and a.code = wanted;
    if not found then perform core.missing('enrollment', wanted); end if;
    select c.* into cohort from enrollment.cohort c where c.id = e.cohort_id;
    cohort := enrollment.open_cohort(z, cohort.code, at);
    select * into s from enrollment.cohort_seats t where t.cohort_id = cohort.id for update;
    select * into e from enrollment.enrollment a where a.id = e.id for update;
    if s.closed then perform core.reject('cohort_open', cohort.code); end if;
    if e.state <> 'withdrawn' or e.queue_number is null and e.seated_at is null then
        perform core.reject('enrollment_allows_step', wanted, e.state, 'reinstate');
    end if;
    select p.place into own_place from enrollment.cohort_party p where p.cohort_id = cohort.id and p.zone_id = z;
    s := (enrollment.fill(s, cohort, at)).seats;
    seat := enrollment.seats_for(s, own_place) > 0;
    if not seat and e.queue_number is null then
        s.first_number := s.first_number - 1;
        e.queue_number := s.first_number;
    end if;
    perform enrollment.lock_identity(e.identity_id);
    if enrollment.obstacles(cohort, e, at) <> '{}' then
        perform core.reject('enrollment_prerequisites_met', variadic array[cohort.code,
            (select p.code from core.person p where p.id = e.person_id)] || enrollment.obstacles(cohort, e, at));
    end if;
    perform enrollment.save_seats(enrollment.counted(s, own_place, seat::int, (not seat)::int));
    update enrollment.enrollment a set state = t.to_state, left_at = null, queue_number = e.queue_number,
        seated_at = case when seat then reinstate.at end
    from enrollment.transition t
    where a.id = e.id and t.from_state = a.state and t.act = case when seat then 'reinstate' else 'requeue' end;
    return core.finish(z, request, digest, at, 'enrollment', 'reinstate', 'enrollment:' || wanted,
        jsonb_build_object('cohort', cohort.code, 'reason', reason, 'seat', seat, 'queue_number', e.queue_number),
        array[wanted, case when seat then 'enrolled' else 'waitlisted' end, case when not seat then e.queue_number::text end,
            case when not seat then enrollment.seats_full(s, own_place) end]);
end $$;
select core.expose('enrollment.reinstate', 'officer');
