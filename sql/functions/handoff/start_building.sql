-- From the start of construction on run the sharings that wait for it. Part of `enter_stage` and `correct_stage`.
create or replace function handoff.start_building(project bigint, reached text, on_day date) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    a handoff.agreement;
begin
    if (select s.position from handoff.stage s where s.code = reached)
        < (select s.position from handoff.stage s where s.code = 'construction') then return; end if;
    for a in select * from handoff.agreement g
        where g.project_id = project and g.starts = 'construction' and g.starts_on is null order by g.handoff_id loop
        perform handoff.start_sharing(a, greatest(on_day, a.accepted_on));
    end loop;
end $$;
