-- Gives seats to applications in an order, and numbers in the queue to those who find none; saves the counters. Answers
-- code, state, number and zone, four by four. Part of the verbs admit and draw.
create or replace function enrollment.place_in_order(
    s enrollment.cohort_seats, cohort enrollment.cohort, ordered bigint[], at timestamptz
) returns text[] language plpgsql set search_path = core, pg_temp as $$
declare
    one record;
    seat boolean;
    answer text[] := '{}';
begin
    s := (enrollment.fill(s, cohort, at)).seats;
    for one in
        select e.id, e.code, p.place, o.code as zone
        from unnest(ordered) with ordinality u (id, position) join enrollment.enrollment e on e.id = u.id
        join enrollment.cohort_party p on p.cohort_id = e.cohort_id and p.zone_id = e.zone_id
        join core.zone o on o.id = e.zone_id order by u.position
    loop
        seat := enrollment.seats_for(s, one.place) > 0;
        s := enrollment.counted(s, one.place, seat::int, (not seat)::int);
        s.last_number := s.last_number + (not seat)::int;
        update enrollment.enrollment e set state = t.to_state, seated_at = case when seat then place_in_order.at end,
            offer_until = case when seat then core.day(place_in_order.at) + cohort.offer_days end,
            queue_number = case when not seat then s.last_number end
        from enrollment.transition t
        where e.id = one.id and t.from_state = e.state and t.act = case when seat then 'admit' else 'queue' end;
        answer := answer || array[one.code, case when seat then 'admitted' else 'waitlisted' end,
            case when not seat then s.last_number::text end, one.zone];
    end loop;
    perform enrollment.save_seats(s);
    return answer;
end $$;
