-- The holidays and make-up workdays of one year, replacing what was loaded of it.
create or replace function core.load_calendar(
    request uuid, digest bytea, at timestamptz, new_year int, new_source text, days date[], kinds text[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
begin
    prior := core.begin('admin', null, request, digest, at, regional => true);
    if prior is not null then return prior; end if;
    delete from core.calendar_year where year = new_year;
    insert into core.calendar_year values (new_year, new_source);
    insert into core.calendar_day select d, new_year, k from unnest(days, kinds) as u (d, k);
    return core.finish(z, request, digest, at, 'calendar', 'load', 'calendar:' || new_year,
        jsonb_build_object('days', cardinality(days), 'source', new_source),
        array[new_year::text, cardinality(days)::text]);
end $$;
select core.expose('core.load_calendar', 'admin');
