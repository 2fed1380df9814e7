-- Training hours that instructors with a weekly limit have in the weeks of some days, whichever zone planned them, for
-- the instructors that the active zone may book.
create or replace function schedule.taught_hours(first_day date, last_day date)
returns table (instructor text, monday date, hours bigint)
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
begin
    if z is null then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    return query
    select i.code, s.held_on - extract(isodow from s.held_on)::int + 1, sum(s.hours)
    from schedule.instructor_party p
    join schedule.party_level l on l.code = p.level and l.books
    join schedule.instructor i on i.id = p.instructor_id and i.weekly_hours is not null
    join schedule.session s on s.instructor_id = i.id and not s.cancelled
        and s.held_on between first_day - 6 and last_day + 6
    where p.zone_id = z
    group by 1, 2;
end $$;
select core.expose('schedule.taught_hours', 'reader');
