-- What became of a person for whom the counters have decided. Part of the verb enroll.
create or replace function enrollment.settle(
    cohort enrollment.cohort, seats enrollment.cohort_seats, place int, e enrollment.enrollment, at timestamptz, override text
) returns text[] language plpgsql set search_path = core, pg_temp as $$
begin
    if seats.closed then perform core.reject('cohort_open', cohort.code); end if;
    if not seats.last_seated and seats.reserved > 0 and seats.reserved = seats.capacity and seats.quotas[place] = 0 then
        perform core.reject('zone_has_quota', cohort.code, coalesce(seats.release_on::text, ''));
    end if;
    if seats.last_seated then
        e.state := 'enrolled';
        e.seated_at := at;
    else
        e.state := 'waitlisted';
        e.queue_number := seats.last_number;
    end if;
    perform enrollment.enter(cohort, e, at, override);
    return array[e.code, e.state, e.queue_number::text,
        case when not seats.last_seated then enrollment.seats_full(seats, place) end];
end $$;
