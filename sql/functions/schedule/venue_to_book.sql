-- A room that a zone may book and that seats a cohort; part of the verbs that place a session.
create or replace function schedule.venue_to_book(z bigint, wanted text, cohort enrollment.cohort) returns bigint
language plpgsql stable set search_path = core, pg_temp as $$
declare
    room record;
    seats int;
begin
    select v.*, l.books into room
    from schedule.venue v
    join schedule.venue_party p on p.venue_id = v.id and p.zone_id = z
    join schedule.party_level l on l.code = p.level
    where v.code = wanted;
    if not found then perform core.missing('venue', wanted); end if;
    if not room.books then
        perform core.reject('session_venue_lent', wanted, (select k.code from core.zone k where k.id = room.zone_id));
    end if;
    -- A cohort without limit fills whatever room it gets.
    select s.capacity into seats from enrollment.cohort_seats s where s.cohort_id = cohort.id and not s.unlimited;
    if room.capacity < seats then
        perform core.reject('session_venue_seats_cohort', wanted, room.capacity::text, cohort.code, seats::text);
    end if;
    return room.id;
end $$;
