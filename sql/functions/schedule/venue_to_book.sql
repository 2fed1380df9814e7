-- A room that a zone may book and that seats a cohort; part of the verbs that place a session.
create or replace function schedule.venue_to_book(z bigint, wanted text, cohort enrollment.cohort) returns bigint
language plpgsql stable set search_path = core, pg_temp as $$
declare
    room record;
begin
    select v.*, l.books into room
    from schedule.venue v
    join schedule.venue_party p on p.venue_id = v.id and p.zone_id = z
    join schedule.party_level l on l.code = p.level
    where v.code = wanted;
    if not found then perform core.missing('venue', wanted); end if;
    if not room.books then
        perform core.reject('session_venue_lent', wanted, (select code from core.zone where id = room.zone_id));
    end if;
    if room.capacity < cohort.capacity then
        perform core.reject('session_venue_seats_cohort', wanted, room.capacity::text, cohort.code, cohort.capacity::text);
    end if;
    return room.id;
end $$;
