-- An instructor at home in the active zone; `guests` may book them, `watchers` see when they are taken.
create or replace function schedule.add_instructor(
    request uuid, digest bytea, at timestamptz, new_code text, new_name text, guests text[], watchers text[],
    new_subjects text[], new_weekly_hours bigint, weekdays bigint[], opens bigint[], closes bigint[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    instructor bigint;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    new_code := coalesce(new_code, core.next_code('I', at));
    insert into schedule.instructor (zone_id, code, name, subjects, weekly_hours)
    values (z, new_code, new_name, new_subjects, new_weekly_hours) returning id into instructor;
    -- The highest level first; a zone that is named twice keeps it.
    insert into schedule.instructor_party (zone_id, instructor_id, level) values (z, instructor, 'owner');
    insert into schedule.instructor_party (zone_id, instructor_id, level)
    select g.id, instructor, 'guest' from unnest(schedule.zones_named(guests)) as g (id) on conflict do nothing;
    insert into schedule.instructor_party (zone_id, instructor_id, level)
    select w.id, instructor, 'busy' from unnest(schedule.zones_named(watchers)) as w (id) on conflict do nothing;
    insert into schedule.opening (instructor_id, weekday, opens_minute, closes_minute)
    select instructor, o.* from unnest(weekdays, opens, closes) as o;
    -- Naming a zone is the consent: to whatever it plans.
    insert into schedule.lending (from_zone_id, to_zone_id, instructor_id, consent, agreed_by, agreed_at)
    select z, p.zone_id, instructor, 'instructor add', session_user, at from schedule.instructor_party p
    where p.instructor_id = instructor and p.level = 'guest';
    return core.finish(z, request, digest, at, 'instructor', 'add', 'instructor:' || new_code,
        jsonb_build_object('code', new_code, 'guests', guests, 'watchers', watchers), array[new_code]);
end $$;
select core.expose('schedule.add_instructor', 'officer');
