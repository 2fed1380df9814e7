-- One file of projects: an outcome a row, `added`, `unchanged` or `conflict` with the code.
create or replace function handoff.import_projects(
    request uuid, digest bytea, at timestamptz, file_sha256 bytea, codes text[], names text[], industries text[],
    stages text[], days date[], kinds text[], currencies text[], investments bigint[], energies int[], keys boolean[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    known handoff.project;
    outcome text[] := '{}';
    added text[] := '{}';
    changes jsonb[] := '{}';
    project bigint;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    for i in 1 .. cardinality(codes) loop
        select * into known from handoff.project p where p.code = codes[i];
        if found then
            outcome := outcome || ((case when known.zone_id = z and known.name = names[i] and known.stage = stages[i]
                and known.investment is not distinct from investments[i] then 'unchanged:' else 'conflict:' end) || codes[i]);
        else
            if days[i] > core.day(at) then
                perform core.reject('stage_day_in_order', codes[i], days[i]::text, core.day(at)::text);
            end if;
            project := handoff.insert_project(z, days[i], at, codes[i], names[i], industries[i], stages[i], kinds[i],
                currencies[i], investments[i], energies[i], keys[i], null, null, null);
            outcome := outcome || ('added:' || codes[i]);
            added := added || ('project:' || codes[i]);
            changes := changes || jsonb_build_object('stage', stages[i], 'industry', industries[i], 'on', days[i]);
        end if;
    end loop;
    if added = '{}' then return core.answer(request, digest, at, outcome); end if;
    perform core.record_events(z, request, at, 'project', 'import', added, changes);
    return core.finish(z, request, digest, at, 'project', 'import', 'file:' || z || ':' || encode(file_sha256, 'hex'),
        jsonb_build_object('rows', cardinality(codes), 'added', cardinality(added)), outcome);
end $$;
select core.expose('handoff.import_projects', 'coordinator');
