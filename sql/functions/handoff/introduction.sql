-- Who introduces whom at an acceptance, by their codes: the sender's A and the receiver's. Part of `summary`.
create or replace function handoff.introduction(h handoff.handoff) returns text
language plpgsql stable set search_path = core, pg_temp as $$
begin
    return (select string_agg(c.code || ' ' || coalesce(n.code, '-'), ' → ' order by c.id = h.to_zone_id)
        from core.zone c
        join handoff.project_part t on t.id = h.part_id
        left join handoff.squad_member m on m.zone_id = c.id and m.project_id = t.project_id and m.role = 'a'
            and m.valid @> h.accepted_on
        left join core.person n on n.id = m.person_id
        where c.id in (h.from_zone_id, h.to_zone_id));
end $$;
