-- The receiver sees everything before the sender sees less; who still holds another part stays a custodian.
create or replace function handoff.move_access(h handoff.handoff, project bigint) returns void
language sql set search_path = core, pg_temp as $$
    insert into handoff.project_party values (project, h.to_zone_id, 'custodian')
    on conflict on constraint project_party_once do update set level = 'custodian';
    update handoff.project_party y set level = h.keeps
    where y.project_id = project and y.zone_id = h.from_zone_id
        and not exists (select from handoff.project_part t where t.project_id = project and t.zone_id = h.from_zone_id);
    update handoff.item i set released = true where i.handoff_id = h.id;
$$;
