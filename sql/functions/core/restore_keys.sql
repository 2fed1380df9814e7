-- Brings back wrapped data keys from their own backup, after a dump without them was restored. Keys that are there stay,
-- and those of people who were erased do not come back.
create or replace function core.restore_keys(
    request uuid, digest bytea, at timestamptz, refs uuid[], people text[], wrapped_keys bytea[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    restored int;
begin
    prior := core.begin('admin', z, request, digest, at);
    if prior is not null then return prior; end if;
    perform from core.zone o where o.id = z for no key update;
    insert into core.person_key (ref, zone_id, person_id, wrapped)
    select n.ref, z, p.id, n.wrapped
    from unnest(refs, people, wrapped_keys) as n (ref, person, wrapped)
    left join core.person p on p.zone_id = z and p.code = n.person
    where (n.person is null or p.erased_on is null and p.id is not null)
        and substr(n.wrapped, 2, 8) in (select m.id from core.master_key m where m.zone_id = z)
    on conflict (ref) do nothing;
    get diagnostics restored = row_count;
    return core.finish(z, request, digest, at, 'key', 'import', 'key:' || z,
        jsonb_build_object('restored', restored, 'given', cardinality(refs)),
        array[restored::text, cardinality(refs)::text]);
end $$;
select core.expose('core.restore_keys', 'admin');
