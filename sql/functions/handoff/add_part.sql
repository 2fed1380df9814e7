-- A part of a project that can change hands by itself: the plant goes, the research stays.
create or replace function handoff.add_part(request uuid, digest bytea, at timestamptz, wanted text, part_name text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    p handoff.project;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    p := handoff.held_project(z, wanted);
    perform handoff.insert_part(p.id, part_name, z, core.day(at), at);
    perform handoff.attend(p.id, core.day(at));
    return core.finish(z, request, digest, at, 'project', 'part', 'project:' || wanted,
        jsonb_build_object('part', part_name), array[wanted, part_name]);
end $$;
select core.expose('handoff.add_part', 'coordinator');
