-- Which unit of the zone gets the leads of an industry or a region.
create or replace function handoff.add_route(
    request uuid, digest bytea, at timestamptz, new_code text, of_industry text, of_region text, unit text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    org bigint;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    select o.id into org from core.organization o where o.zone_id = z and o.code = unit;
    if not found then perform core.missing('org', unit); end if;
    insert into handoff.route values (z, new_code, of_industry, of_region, org);
    return core.finish(z, request, digest, at, 'route', 'add', 'route:' || z || ':' || new_code,
        jsonb_build_object('unit', unit), array[new_code]);
end $$;
select core.expose('handoff.add_route', 'coordinator');
