-- A project comes to a later stage, on a day that is not before its last stage's and not in the future. The start of
-- construction starts the sharings that wait for it.
create or replace function handoff.enter_stage(
    request uuid, digest bytea, at timestamptz, wanted text, new_stage text, on_day date
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    p handoff.project;
    place int;
    last date;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    p := handoff.held_project(z, wanted);
    on_day := coalesce(on_day, core.day(at));
    select s.position into place from handoff.stage s where s.code = new_stage;
    if not found then perform core.reject('project_stage_known', new_stage); end if;
    select max(e.entered_on) into last from handoff.stage_entry e where e.project_id = p.id;
    if place <= (select s.position from handoff.stage s where s.code = p.stage) then
        perform core.reject('stage_goes_forward', wanted, p.stage, new_stage);
    end if;
    if on_day < last or on_day > core.day(at) then
        perform core.reject('stage_day_in_order', wanted, on_day::text, last::text);
    end if;
    insert into handoff.stage_entry values (p.id, new_stage, on_day, z);
    update handoff.project j set stage = new_stage, progress_on = greatest(j.progress_on, on_day) where j.id = p.id;
    perform handoff.start_building(p.id, new_stage, on_day);
    perform handoff.attend(p.id, core.day(at));
    return core.finish(z, request, digest, at, 'project', 'stage', 'project:' || wanted,
        jsonb_build_object('from', p.stage, 'to', new_stage, 'on', on_day), array[wanted, new_stage, on_day::text]);
end $$;
select core.expose('handoff.enter_stage', 'coordinator');
