-- Something happened in a project: its silence ends.
create or replace function handoff.record_progress(request uuid, digest bytea, at timestamptz, wanted text, said text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    p handoff.project;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    p := handoff.held_project(z, wanted);
    insert into handoff.progress (project_id, zone_id, at, actor, note) values (p.id, z, at, session_user, said);
    update handoff.project j set progress_on = greatest(j.progress_on, core.day(at)) where j.id = p.id;
    perform handoff.attend(p.id, core.day(at));
    return core.finish(z, request, digest, at, 'project', 'progress', 'project:' || wanted, '{}', array[wanted]);
end $$;
select core.expose('handoff.record_progress', 'coordinator');
