-- A new cohort with its seats and the zones that take part; the zone that sets it up is always a host.
create or replace function enrollment.add_cohort(
    request uuid, digest bytea, at timestamptz, new_code text, program_code text, new_number int,
    first_day date, last_day date, seats int, without_limit boolean, host_codes text[], guest_codes text[],
    new_mode text, new_offer_days int, least_age int, greatest_age int, wanted_awards text[], least_level text,
    completed_code text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    program bigint;
    completed bigint;
    cohort bigint;
    unknown text;
    zones int;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select g.id into program from enrollment.program g where g.code = program_code;
    if not found then perform core.missing('program', program_code); end if;
    select g.id into completed from enrollment.program g where g.code = completed_code;
    if not found and completed_code is not null then perform core.missing('program', completed_code); end if;
    select u into unknown from unnest(host_codes || guest_codes) as named (u)
    where not exists (select from core.zone o where o.code = u and (o.closed_on is null or o.closed_on > core.day(at)))
    limit 1;
    if found then perform core.missing('zone', unknown); end if;
    new_code := coalesce(new_code, core.next_code('K', at));
    insert into enrollment.cohort (zone_id, code, program_id, number, starts_on, ends_on, mode, offer_days)
    values (z, new_code, program, new_number, first_day, last_day, new_mode, new_offer_days) returning id into cohort;
    insert into enrollment.cohort_party (cohort_id, zone_id, level, place)
    select cohort, v.id, v.level, row_number() over (order by v.level desc, v.id) from (
        select o.id, 'host' as level from core.zone o where o.id = z or o.code = any (host_codes)
        union all
        select o.id, 'guest' from core.zone o where o.code = any (guest_codes)) v;
    get diagnostics zones = row_count;
    insert into enrollment.cohort_seats (cohort_id, capacity, unlimited, quotas, zone_taken, zone_waiting)
    select cohort, seats, without_limit, n, n, n from (select array_fill(0, array[zones])) a (n);
    if num_nonnulls(least_age, greatest_age, wanted_awards, least_level, completed) > 0 then
        insert into enrollment.prerequisite (cohort_id, min_age, max_age, awards, min_post_level, completed_program_id)
        values (cohort, least_age, greatest_age, wanted_awards, least_level, completed);
    end if;
    return core.finish(z, request, digest, at, 'cohort', 'add', 'cohort:' || new_code,
        jsonb_build_object('program', program_code, 'number', new_number, 'starts_on', first_day, 'ends_on', last_day,
            'capacity', case when not without_limit then seats end, 'hosts', host_codes, 'guests', guest_codes,
            'mode', new_mode, 'offer_days', new_offer_days),
        array[new_code]);
end $$;
select core.expose('enrollment.add_cohort', 'officer');
