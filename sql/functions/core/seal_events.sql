-- Remembers that a seal was written: what it covers and its digest, which the file holds.
create or replace function core.seal_events(
    request uuid, digest bytea, at timestamptz, seal_digest bytea, seal_cut bigint, seal_subjects bigint, seal_events bigint
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    covered bigint := case when core.has_role('auditor', null) then null else z end;
    prior text[];
    number bigint;
begin
    prior := core.begin('auditor', covered, request, digest, at, regional => core.has_role('auditor', null));
    if prior is not null then return prior; end if;
    insert into core.seal (zone_id, at, digest, cut, subjects, events)
    values (covered, seal_events.at, seal_digest, seal_cut::text::xid8, seal_subjects, seal_events.seal_events)
    returning id into number;
    return core.finish(z, request, digest, at, 'audit', 'seal', 'seal:' || number,
        jsonb_build_object('digest', encode(seal_digest, 'hex'), 'subjects', seal_subjects,
            'events', seal_events.seal_events), array[number::text]);
end $$;
select core.expose('core.seal_events', 'auditor');
