-- The end of a sweep: people who are no longer in the zone's register leave the outlook; one event for all of it.
create or replace function eligibility.finish_sweep(
    request uuid, digest bytea, at timestamptz, swept_on date, counted int
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    delete from eligibility.outlook_edge e using core.person p
    where e.zone_id = z and p.id = e.person_id and p.merged_into is not null;
    delete from eligibility.outlook o using core.person p
    where o.zone_id = z and p.id = o.person_id and p.merged_into is not null;
    -- The zone's row puts the events of its sweeps in a sequence.
    perform from core.zone k where k.id = z for no key update;
    return core.finish(z, request, digest, at, 'eligibility', 'sweep', 'sweep:' || z,
        jsonb_build_object('as_of', swept_on, 'people', counted), array[counted::text]);
end $$;
select core.expose('eligibility.finish_sweep', 'officer');
