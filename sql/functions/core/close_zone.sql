-- A closed zone takes part in nothing from that day on; its rows stay.
create or replace function core.close_zone(request uuid, digest bytea, at timestamptz, zone_code text, last_day date)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    closing core.zone;
begin
    prior := core.begin('admin', null, request, digest, at, regional => true);
    if prior is not null then return prior; end if;
    select * into closing from core.zone where code = zone_code for update;
    if not found then perform core.missing('zone', zone_code); end if;
    if closing.closed_on is not null then perform core.reject('zone_open', zone_code, closing.closed_on::text); end if;
    z := closing.id;
    update core.zone set closed_on = last_day where id = z;
    return core.finish(z, request, digest, at, 'zone', 'close', 'zone:' || zone_code,
        jsonb_build_object('closed_on', last_day), array[zone_code, last_day::text]);
end $$;
select core.expose('core.close_zone', 'admin');
