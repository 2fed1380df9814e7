-- One file of organizations: an outcome a row, `added`, `unchanged` or `conflict` with the code of the record.
create or replace function core.import_organizations(
    request uuid, digest bytea, at timestamptz, file_sha256 bytea,
    codes text[], names text[], kinds text[], credit_codes text[], registered date[], industries text[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    known core.organization;
    new_code text;
    outcome text[] := '{}';
    added text[] := '{}';
    kinds_added text[] := '{}';
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    for i in 1 .. cardinality(names) loop
        select * into known from core.organization o
        where o.zone_id = z and (o.credit_code = credit_codes[i] or o.code = codes[i]) order by o.id limit 1;
        if found then
            outcome := outcome || ((case when known.name = names[i]
                and known.credit_code is not distinct from coalesce(credit_codes[i], known.credit_code)
                then 'unchanged:' else 'conflict:' end) || known.code);
        else
            new_code := coalesce(codes[i], core.next_code('O', at));
            insert into core.organization (zone_id, code, name, kind, credit_code, registered_on, industry)
            values (z, new_code, names[i], kinds[i], credit_codes[i], registered[i], industries[i]);
            outcome := outcome || ('added:' || new_code);
            added := added || new_code;
            kinds_added := kinds_added || kinds[i];
        end if;
    end loop;
    if added = '{}' then return core.answer(request, digest, at, outcome); end if;
    perform core.record_events(z, request, at, 'org', 'import',
        array(select 'org:' || z || ':' || c from unnest(added) as c),
        array(select jsonb_build_object('code', u.c, 'kind', u.k) from unnest(added, kinds_added) as u (c, k)));
    return core.finish(z, request, digest, at, 'org', 'import', 'file:' || z || ':' || encode(file_sha256, 'hex'),
        jsonb_build_object('rows', cardinality(names), 'added', cardinality(added)), outcome);
end $$;
select core.expose('core.import_organizations', 'officer');
