-- A part that the zone holds. Part of the verbs.
create or replace function handoff.held_part(z bigint, project bigint, wanted text) returns handoff.project_part
language plpgsql set search_path = core, pg_temp as $$
declare
    t handoff.project_part;
begin
    select * into t from handoff.project_part p where p.project_id = project and p.name = wanted and p.zone_id = z for update;
    if not found then perform core.missing('part', wanted); end if;
    return t;
end $$;
