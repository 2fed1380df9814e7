-- A lead goes to a unit: the one that is named, else the one that the zone's routes name for its industry or its region.
create or replace function handoff.route_lead(request uuid, digest bytea, at timestamptz, wanted text, unit text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    l handoff.lead;
    org core.organization;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    l := handoff.own_lead(z, wanted);
    if unit is not null then
        select * into org from core.organization o where o.zone_id = z and o.code = unit;
        if not found then perform core.missing('org', unit); end if;
    else
        select o.* into org from handoff.route r join core.organization o on o.id = r.unit_id
        where r.zone_id = z and (r.industry is null or r.industry = l.industry) and (r.region is null or r.region = l.region)
        order by (r.industry is null)::int + (r.region is null)::int, r.code limit 1;
        if not found then perform core.reject('lead_has_route', wanted, l.industry, coalesce(l.region, '')); end if;
    end if;
    update handoff.lead o set unit_id = org.id where o.id = l.id;
    perform core.meet_deadline('lead:' || wanted, 'route', core.day(at));
    return core.finish(z, request, digest, at, 'lead', 'route', 'lead:' || wanted, jsonb_build_object('unit', org.code),
        array[wanted, org.code]);
end $$;
select core.expose('handoff.route_lead', 'coordinator');
