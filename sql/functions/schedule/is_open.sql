-- Whether a session lies within the weekly hours of a room or an instructor; without any hours they are there always.
create or replace function schedule.is_open(venue bigint, instructor bigint, booked schedule.session) returns boolean
language sql stable set search_path = core, pg_temp as $$
    select coalesce(bool_or(o.weekday = extract(isodow from booked.held_on)
        and booked.starts_at >= d.midnight + o.opens_minute * interval '1 minute'
        and booked.ends_at <= d.midnight + o.closes_minute * interval '1 minute'), true)
    from schedule.opening o, (select booked.held_on::timestamp at time zone 'Asia/Shanghai') as d (midnight)
    where o.venue_id = is_open.venue or o.instructor_id = is_open.instructor
$$;
