-- One part of a file of people: an outcome a row, `added`, `unchanged` or `conflict` (same id number, other name: never
-- overwritten) with the code of the record.
create or replace function core.import_people(
    request uuid, digest bytea, at timestamptz, file_sha256 bytea,
    names text[], ids_masked text[], births date[], sexes text[], phones_masked text[], units text[], posts text[],
    index_key bytea, indexes bytea[], key_refs uuid[], wrapped_keys bytea[], ids_sealed bytea[], phones_sealed bytea[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    unknown text;
    outcome text[];
    added text[];
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select u into unknown from unnest(units) u
    where u is not null and not exists (select from core.organization o where o.zone_id = z and o.code = u) limit 1;
    if found then perform core.missing('org', unknown); end if;
    -- Once for each master key; all rows of a file are sealed with one.
    perform core.use_keys(z, index_key, k.wrapped) from (
        select distinct on (substr(w, 2, 8)) w from unnest(wrapped_keys) w where w is not null) k (wrapped);
    outcome := core.insert_people(z, at, names, ids_masked, births, sexes, phones_masked, units, posts, indexes, key_refs,
        wrapped_keys, ids_sealed, phones_sealed);
    added := array(select substr(o, 7) from unnest(outcome) o where o like 'added:%');
    if added = '{}' then return core.answer(request, digest, at, outcome); end if;
    perform core.record_events(z, request, at, 'person', 'import',
        array(select 'person:' || z || ':' || c from unnest(added) as c),
        array(select jsonb_build_object('code', c) from unnest(added) as c));
    return core.finish(z, request, digest, at, 'person', 'import', 'file:' || z || ':' || encode(file_sha256, 'hex'),
        jsonb_build_object('rows', cardinality(names), 'added', cardinality(added)), outcome);
end $$;
select core.expose('core.import_people', 'officer');
