-- A time at which a room cannot be used or an instructor cannot come. Sessions that were planned then stay: the answer
-- counts them, and people move them or find somebody else.
create or replace function schedule.close_resource(
    request uuid, digest bytea, at timestamptz, kind text, resource text, closed_from timestamptz,
    closed_until timestamptz, reason text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    room bigint;
    teacher bigint;
    met int;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select v.id into room from schedule.venue v where kind = 'venue' and v.zone_id = z and v.code = resource
    for no key update;
    select i.id into teacher from schedule.instructor i where kind = 'instructor' and i.zone_id = z and i.code = resource
    for no key update;
    if coalesce(room, teacher) is null then perform core.missing(kind, resource); end if;
    insert into schedule.closure (venue_id, instructor_id, starts_at, ends_at, reason)
    values (room, teacher, closed_from, closed_until, reason);
    -- The keepers of sessions that this meets are told; the reason stays at home.
    with hit as (
        select s.zone_id, s.code from schedule.resource_booking b join schedule.session s on s.id = b.session_id
        where (b.venue_id = room or b.instructor_id = teacher) and not b.cancelled
            and b.during && tstzrange(closed_from, closed_until, '[)') and s.starts_at > at
    ), told as (
        select core.notify(h.zone_id, at, 'session:' || h.code, 'session:' || h.code, kind || '_closed', h.code, resource,
            schedule.minute(closed_from), schedule.minute(closed_until)) from hit h)
    select (select count(*) from hit) + 0 * (select count(*) from told) into met;
    return core.finish(z, request, digest, at, kind, 'close', kind || ':' || resource,
        jsonb_build_object('from', closed_from, 'until', closed_until), array[resource, met::text]);
end $$;
select core.expose('schedule.close_resource', 'officer');
