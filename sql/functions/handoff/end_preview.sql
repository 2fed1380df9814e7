-- A zone that did not take a project sees it no more, unless it knew it from before; its squad for it goes too.
create or replace function handoff.end_preview(h handoff.handoff) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    project bigint := (select t.project_id from handoff.project_part t where t.id = h.part_id);
begin
    -- Another part of the project may be on offer to the same zone.
    delete from handoff.project_party y
    where y.project_id = project and y.zone_id = h.to_zone_id and y.level = 'preview'
        and not exists (select from handoff.handoff o join handoff.project_part t on t.id = o.part_id
            where t.project_id = project and o.to_zone_id = h.to_zone_id and o.on_offer);
    if found then
        delete from handoff.squad_member m where m.project_id = project and m.zone_id = h.to_zone_id;
    end if;
end $$;
