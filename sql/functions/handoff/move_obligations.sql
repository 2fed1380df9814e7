-- Open obligations go with the part; the receiver's A answers for them from now on.
create or replace function handoff.move_obligations(h handoff.handoff, project bigint, today date) returns int
language plpgsql set search_path = core, pg_temp as $$
declare
    moved int;
begin
    update handoff.obligation o set zone_id = h.to_zone_id, holder_id = (
        select m.person_id from handoff.squad_member m
        where m.zone_id = h.to_zone_id and m.project_id = project and m.role = 'a' and m.valid @> today)
    where o.part_id = h.part_id and o.kept_on is null;
    get diagnostics moved = row_count;
    return moved;
end $$;
