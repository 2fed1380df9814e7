-- An obligation of the zone's is met, once.
create or replace function handoff.keep_obligation(request uuid, digest bytea, at timestamptz, wanted text, on_day date)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    o handoff.obligation;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    select * into o from handoff.obligation q where q.code = wanted and q.zone_id = z for update;
    if not found then perform core.missing('obligation', wanted); end if;
    if o.kept_on is not null then perform core.reject('obligation_open', wanted, o.kept_on::text); end if;
    update handoff.obligation q set kept_on = coalesce(on_day, core.day(at)) where q.id = o.id;
    perform handoff.attend(o.project_id, core.day(at));
    return core.finish(z, request, digest, at, 'obligation', 'keep', 'obligation:' || wanted, '{}', array[wanted]);
end $$;
select core.expose('handoff.keep_obligation', 'coordinator');
