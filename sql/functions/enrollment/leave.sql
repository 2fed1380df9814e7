-- Takes a step that ends in withdrawal for some people of a cohort, frees what they held, and fills it from the queue;
-- answers who was promoted (codes joined by a comma) and who was passed over. The caller holds the cohort's lock.
create or replace function enrollment.leave(cohort enrollment.cohort, leavers bigint[], act text, at timestamptz)
returns jsonb language plpgsql set search_path = core, pg_temp as $$
declare
    s enrollment.cohort_seats;
    leaver record;
    filled record;
begin
    select * into s from enrollment.cohort_seats t where t.cohort_id = cohort.id;
    for leaver in
        select e.id, e.code, e.state, e.passed_over, h.holds_seat, p.place from enrollment.enrollment e
        join enrollment.state h on h.code = e.state
        join enrollment.cohort_party p on p.cohort_id = e.cohort_id and p.zone_id = e.zone_id
        where e.id = any (leavers) order by e.id for update of e
    loop
        update enrollment.enrollment e set state = t.to_state, left_at = leave.at, offer_until = null, passed_over = null
        from enrollment.transition t where e.id = leaver.id and t.from_state = e.state and t.act = leave.act;
        if not found then perform core.reject('enrollment_allows_step', leaver.code, leaver.state, act); end if;
        s := enrollment.counted(s, leaver.place, -leaver.holds_seat::int,
            -(leaver.state = 'waitlisted' and leaver.passed_over is null)::int);
    end loop;
    filled := enrollment.fill(s, cohort, at);
    perform enrollment.save_seats(filled.seats);
    return jsonb_build_object('promoted', nullif(array_to_string(filled.promoted, ','), ''), 'passed_over', filled.passed);
end $$;
