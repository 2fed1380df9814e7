-- Allows one look at an account number, which `eligibility.revealed_account` then gives out for the same request.
create or replace function eligibility.reveal_payee(request uuid, digest bytea, at timestamptz, subject_code text, reason text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    person core.person;
    account eligibility.payee;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    person := core.person_of(z, subject_code);
    select p.* into account from eligibility.payee p left join core.organization o on o.id = p.organization_id
    where p.zone_id = z and p.replaced_on is null and (p.person_id = person.id or o.code = subject_code) for no key update of p;
    if not found then perform core.missing('payee', subject_code); end if;
    perform core.count_reveal(z, account.person_id, request);
    return core.finish(z, request, digest, at, 'payee', 'reveal', 'payee:' || z || ':' || coalesce(person.code, subject_code),
        jsonb_build_object('reason', reason), array[account.id::text]);
end $$;
select core.expose('eligibility.reveal_payee', 'officer');
