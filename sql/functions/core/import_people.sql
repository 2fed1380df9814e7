-- One file of people: an outcome a row, `added`, `unchanged` or `conflict` (same id number, other name: never overwritten)
-- with the code of the record.
create or replace function core.import_people(
    request uuid, digest bytea, at timestamptz, file_sha256 bytea,
    names text[], ids_masked text[], births date[], sexes text[], phones_masked text[], units text[], posts text[],
    index_key bytea, indexes bytea[], key_refs uuid[], wrapped_keys bytea[], ids_sealed bytea[], phones_sealed bytea[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    known core.person;
    new_code text;
    outcome text[] := '{}';
    added text[] := '{}';
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    for i in 1 .. cardinality(names) loop
        select p.* into known from core.identity d join core.person p on p.identity_id = d.id
        where d.id_index = indexes[i] and p.zone_id = z and p.merged_into is null and p.erased_on is null;
        if found then
            outcome := outcome || ((case when known.name = names[i] then 'unchanged:' else 'conflict:' end) || known.code);
        else
            new_code := core.next_code('P', at);
            perform core.insert_person(z, new_code, names[i], ids_masked[i], births[i], sexes[i], phones_masked[i],
                units[i], posts[i], index_key, indexes[i], key_refs[i], wrapped_keys[i], ids_sealed[i], phones_sealed[i]);
            outcome := outcome || ('added:' || new_code);
            added := added || new_code;
        end if;
    end loop;
    if added = '{}' then return core.answer(request, digest, at, outcome); end if;
    perform core.record_events(z, request, at, 'person', 'import',
        array(select 'person:' || z || ':' || c from unnest(added) as c),
        array(select jsonb_build_object('code', c) from unnest(added) as c));
    return core.finish(z, request, digest, at, 'person', 'import', 'file:' || z || ':' || encode(file_sha256, 'hex'),
        jsonb_build_object('rows', cardinality(names), 'added', cardinality(added)), outcome);
end $$;
select core.expose('core.import_people', 'officer');
