-- An account number, still sealed, with the wrapped key to it; only for a look that is logged already.
create or replace function eligibility.revealed_account(request uuid)
returns table (ref uuid, sealed bytea, wrapped bytea)
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    look core.reveal := core.reveal_counted(request);
    payee bigint;
begin
    if z is null then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    -- The answer of the look names the account: an organization's look names nobody.
    select a.answer[1]::bigint into payee from core.request a join core.event e on e.actor = a.actor and e.request = a.id
    where a.actor = session_user and a.id = revealed_account.request and e.noun = 'payee' and e.verb = 'reveal';
    if look.id is null or look.zone_id <> z or payee is null then perform core.reject('reveal_logged_first'); end if;
    return query
        select p.ref, p.number, k.wrapped from eligibility.payee p
        left join core.person_key k on k.ref = p.ref and k.zone_id = z
        where p.zone_id = z and p.id = payee;
end $$;
select core.expose('eligibility.revealed_account', 'officer');
