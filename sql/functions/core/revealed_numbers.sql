-- A person's numbers, still sealed, with the wrapped keys to them; only for a look that is logged already.
create or replace function core.revealed_numbers(request uuid)
returns table (field text, ref uuid, sealed bytea, wrapped bytea)
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    look core.reveal := core.reveal_counted(request);
begin
    if z is null then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    if look.id is null or look.zone_id <> z or look.person_id is null then
        perform core.reject('reveal_logged_first');
    end if;
    return query
        select s.field, s.ref, s.sealed, k.wrapped
        from core.person_secret s left join core.person_key k on k.ref = s.ref and k.zone_id = z
        where s.person_id = look.person_id order by s.field;
end $$;
select core.expose('core.revealed_numbers', 'officer');
