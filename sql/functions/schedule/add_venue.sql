-- A room of the active zone; `guests` may book it, `watchers` see when it is taken.
create or replace function schedule.add_venue(
    request uuid, digest bytea, at timestamptz,
    new_code text, new_name text, new_capacity bigint, guests text[], watchers text[],
    new_features text[], new_consent_by text, weekdays bigint[], opens bigint[], closes bigint[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    venue bigint;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    new_code := coalesce(new_code, core.next_code('V', at));
    insert into schedule.venue (zone_id, code, name, capacity, features, consent_by)
    values (z, new_code, new_name, new_capacity, new_features, new_consent_by)
    returning id into venue;
    -- The highest level first; a zone that is named twice keeps it.
    insert into schedule.venue_party (zone_id, venue_id, level) values (z, venue, 'owner');
    insert into schedule.venue_party (zone_id, venue_id, level)
    select g.id, venue, 'guest' from unnest(schedule.zones_named(guests)) as g (id) on conflict do nothing;
    insert into schedule.venue_party (zone_id, venue_id, level)
    select w.id, venue, 'busy' from unnest(schedule.zones_named(watchers)) as w (id) on conflict do nothing;
    insert into schedule.opening (venue_id, weekday, opens_minute, closes_minute)
    select venue, o.* from unnest(weekdays, opens, closes) as o;
    -- Naming a zone is the consent: to whatever it plans.
    insert into schedule.lending (from_zone_id, to_zone_id, venue_id, consent, agreed_by, agreed_at)
    select z, p.zone_id, venue, 'venue add', session_user, at from schedule.venue_party p
    where p.venue_id = venue and p.level = 'guest';
    return core.finish(z, request, digest, at, 'venue', 'add', 'venue:' || new_code,
        jsonb_build_object('code', new_code, 'capacity', new_capacity, 'features', new_features,
            'guests', guests, 'watchers', watchers),
        array[new_code]);
end $$;
select core.expose('schedule.add_venue', 'officer');
