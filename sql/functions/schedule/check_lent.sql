-- Refuses another zone's room or instructor unless that zone agreed: for the day, and for the hours that it gave. The
-- hours that were booked under a consent are those of its days; the session is on record already when this looks.
create or replace function schedule.check_lent(
    z bigint, booked schedule.session, venue bigint, instructor bigint, resource text, owner bigint, ask text
) returns void language plpgsql set search_path = core, pg_temp as $$
declare
    agreed schedule.lending;
    taken bigint;
    hours_given int;
    lender text;
    on_day boolean := false;
begin
    for agreed in
        select l.* from schedule.lending l
        where l.to_zone_id = z and (l.venue_id = venue or l.instructor_id = instructor)
            and (l.valid_from is null or l.valid_from <= booked.held_on)
            and (l.valid_until is null or l.valid_until >= booked.held_on)
        order by l.hours is not null, l.id
    loop
        if agreed.hours is null then return; end if;
        -- Whoever counts under this consent takes turns.
        perform from schedule.lending l where l.id = agreed.id for no key update;
        on_day := true;
        hours_given := agreed.hours;
        select sum(s.hours) into taken from schedule.session s
        where s.zone_id = z and not s.cancelled and (s.venue_id = venue or s.instructor_id = instructor)
            and (agreed.valid_from is null or s.held_on >= agreed.valid_from)
            and (agreed.valid_until is null or s.held_on <= agreed.valid_until);
        if taken <= agreed.hours then return; end if;
    end loop;
    select k.code into lender from core.zone k where k.id = owner;
    if on_day then
        perform core.reject('session_within_lent_hours', resource, lender, hours_given::text, taken::text);
    end if;
    if venue is null then perform core.reject('session_instructor_lent', resource, lender); end if;
    perform core.reject('session_venue_lent', resource, lender, ask);
end $$;
