-- Takes the answered requests of a year that is over out of the way of the new ones. They are still known: the same
-- request gets its first answer as before.
create or replace function core.archive_requests(request uuid, digest bytea, at timestamptz, year_over int)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    moved bigint;
begin
    prior := core.begin('admin', null, request, digest, at, regional => true);
    if prior is not null then return prior; end if;
    if year_over >= extract(year from core.day(least(at, clock_timestamp()))) then
        perform core.reject('archived_year_over', year_over::text);
    end if;
    with gone as (delete from core.request r where extract(year from core.day(r.at)) = year_over returning r.*)
    insert into core.request_archive select * from gone;
    get diagnostics moved = row_count;
    if moved = 0 then return core.answer(request, digest, at, array['0']); end if;
    return core.finish(z, request, digest, at, 'request', 'archive', 'request:archive',
        jsonb_build_object('year', year_over, 'requests', moved), array[moved::text]);
end $$;
select core.expose('core.archive_requests', 'admin');
