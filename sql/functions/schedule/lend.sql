-- A zone agrees that another books its room or instructor: on some days, for some hours, and who agreed is on record.
create or replace function schedule.lend(
    request uuid, digest bytea, at timestamptz, kind text, resource text, to_zone text,
    first_day date, last_day date, lent_hours bigint, consent text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    guest bigint;
    room bigint;
    teacher bigint;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select v.id into room from schedule.venue v where kind = 'venue' and v.zone_id = z and v.code = resource
    for no key update;
    select i.id into teacher from schedule.instructor i where kind = 'instructor' and i.zone_id = z and i.code = resource
    for no key update;
    if coalesce(room, teacher) is null then perform core.missing(kind, resource); end if;
    guest := (schedule.zones_named(array[to_zone]))[1];
    insert into schedule.lending (from_zone_id, to_zone_id, venue_id, instructor_id, valid_from, valid_until, hours,
        consent, agreed_by, agreed_at)
    values (z, guest, room, teacher, first_day, last_day, lent_hours, consent, session_user, at);
    -- Who may book may see when it is taken.
    if room is not null then
        insert into schedule.venue_party (zone_id, venue_id, level) values (guest, room, 'guest')
        on conflict (zone_id, venue_id) do update set level = 'guest' where schedule.venue_party.level <> 'owner';
    else
        insert into schedule.instructor_party (zone_id, instructor_id, level) values (guest, teacher, 'guest')
        on conflict (zone_id, instructor_id) do update set level = 'guest' where schedule.instructor_party.level <> 'owner';
    end if;
    perform core.notify(guest, at, 'zone:' || to_zone, kind || ':' || resource, kind || '_lent', resource,
        (select k.code from core.zone k where k.id = z), coalesce(first_day::text, ''), coalesce(last_day::text, ''),
        coalesce(lent_hours::text, ''), consent);
    return core.finish(z, request, digest, at, kind, 'lend', kind || ':' || resource,
        jsonb_build_object('to', to_zone, 'from', first_day, 'until', last_day, 'hours', lent_hours, 'consent', consent),
        array[resource, to_zone]);
end $$;
select core.expose('schedule.lend', 'officer');
