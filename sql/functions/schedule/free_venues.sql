-- Rooms that the active zone may book and that nobody uses at a time: large enough, with some features, open, not
-- closed, lent on that day; the smallest first.
create or replace function schedule.free_venues(people bigint, from_at timestamptz, until_at timestamptz, needed text[])
returns table (code text, name text, capacity int, owner text, features text[])
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    asked schedule.session;
begin
    if z is null then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    asked := schedule.retimed(asked, from_at, until_at);
    return query
    select v.code, v.name, v.capacity, k.code, v.features
    from schedule.venue v
    join schedule.venue_party p on p.venue_id = v.id and p.zone_id = z and p.level in ('owner', 'guest')
    join core.zone k on k.id = v.zone_id
    where v.capacity >= people and needed <@ v.features
        and not exists (select from schedule.resource_booking b
            where b.venue_id = v.id and not b.cancelled and b.during && asked.during)
        and not exists (select from schedule.closure c
            where c.venue_id = v.id and c.starts_at < until_at and c.ends_at > from_at)
        and schedule.is_open(v.id, null, asked)
        and (v.zone_id = z or exists (select from schedule.lending l
            where l.venue_id = v.id and l.to_zone_id = z and (l.valid_from is null or l.valid_from <= asked.held_on)
                and (l.valid_until is null or l.valid_until >= asked.held_on)))
    order by v.capacity, v.code;
end $$;
select core.expose('schedule.free_venues', 'reader');
