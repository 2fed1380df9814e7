-- What became of a request of the caller's own, the first answer included: known for ever; everybody may ask for
-- themselves, whatever `z := core.active_zone()` is.
create or replace function core.show_request(wanted uuid) returns table (
    at timestamptz, answer text[], noun text, verb text, subject text, seq int
) language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    -- As text, so that the index serves.
    me text := session_user;
begin
    return query
        select r.at, r.answer, e.noun, e.verb, e.subject, e.seq
        from core.known_request r
        left join lateral (
            -- By zone and time, which have an index; one on the request alone would cost every write.
            select v.* from core.zone z join core.event v on v.zone_id = z.id and v.at = r.at
            union all
            select v.* from core.event v where v.zone_id is null and v.at = r.at
        ) as e on e.request = r.id and e.actor = r.actor
        where r.actor = me and r.id = wanted
        order by e.id;
end $$;
select core.expose('core.show_request', 'reader');
select core.expose('core.show_request', 'joint_office');
