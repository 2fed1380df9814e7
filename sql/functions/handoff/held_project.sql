-- A project of which the zone holds a part, locked; the holder is named to a zone that only knows it. Part of the verbs.
create or replace function handoff.held_project(z bigint, wanted text) returns handoff.project
language plpgsql set search_path = core, pg_temp as $$
declare
    p handoff.project;
    level text;
begin
    select j.* into p from handoff.project j where j.code = wanted for update;
    select y.level into level from handoff.project_party y where y.project_id = p.id and y.zone_id = z;
    if level is null then perform core.missing('project', wanted); end if;
    if level <> 'custodian' then
        perform core.reject('part_held_by_sender', wanted, (
            select string_agg(distinct c.code, ', ') from handoff.project_part t join core.zone c on c.id = t.zone_id
            where t.project_id = p.id));
    end if;
    return p;
end $$;
