-- A line of a handoff's history; its hash covers the line before and every field, joined by U+001F.
create or replace function handoff.log_step(
    h handoff.handoff, came_from text, act text, z bigint, happened timestamptz, said text
) returns void language plpgsql set search_path = core, pg_temp as $$
declare
    before bytea := (select p.hash from handoff.history p where p.handoff_id = h.id and p.version = h.version - 1);
    zone text := (select c.code from core.zone c where c.id = z);
begin
    insert into handoff.history
    values (h.id, h.version, h.from_zone_id, h.to_zone_id, came_from, act, h.state, happened, session_user, z, said,
        sha256(coalesce(before, '') || convert_to(concat_ws(E'\x1f', h.code, h.version, came_from, act, h.state,
            (extract(epoch from happened) * 1000000)::bigint, session_user, coalesce(zone, ''), coalesce(said, '')), 'UTF8')));
end $$;
