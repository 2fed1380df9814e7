-- The other sides of a handoff are told; answers who was told what.
create or replace function handoff.tell(h handoff.handoff, z bigint, at timestamptz, notice text) returns text
language plpgsql set search_path = core, pg_temp as $$
declare
    other core.zone;
    told text[] := '{}';
begin
    for other in select * from core.zone c
        where c.id in (h.from_zone_id, h.to_zone_id) and c.id is distinct from z order by c.id = h.to_zone_id loop
        perform core.notify(other.id, at, 'zone:' || other.code, 'handoff:' || h.code, notice, h.code, h.project_code,
            coalesce(h.due_on::text, ''));
        told := told || (other.code || ' ' || notice);
    end loop;
    return array_to_string(told, ', ');
end $$;
