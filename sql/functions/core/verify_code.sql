-- What a verification code shows: its kind and the few facts meant for strangers; no row for an unknown code.
create or replace function core.verify_code(wanted text) returns table (kind text, shown text[], issued_at timestamptz)
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
begin
    if z is null then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    return query select v.kind, v.shown, v.issued_at from core.verification_code v where v.code = wanted;
end $$;
select core.expose('core.verify_code', 'reader');
