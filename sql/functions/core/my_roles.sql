-- The roles that this login has today; everybody may ask about themselves, whatever `z := core.active_zone()` is.
create or replace function core.my_roles() returns table (
    role text, zone_code text, valid_until date, stands_in_for text
)
language plpgsql stable security definer set search_path = core, pg_temp as $$
begin
    return query
        select m.role, z.code, m.valid_until, m.stands_in_for
        from core.membership m left join core.zone z on z.id = m.zone_id
        where m.login = session_user and m.revoked_at is null and m.valid_from <= core.day(now())
            and (m.valid_until is null or m.valid_until >= core.day(now()))
        order by z.code nulls first, m.role;
end $$;
select core.expose('core.my_roles', 'reader');
select core.expose('core.my_roles', 'joint_office');
