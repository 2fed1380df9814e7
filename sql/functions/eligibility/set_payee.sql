-- The account to which a person or an organization is paid from now on; the number comes sealed.
create or replace function eligibility.set_payee(
    request uuid, digest bytea, at timestamptz, subject_code text, new_bank text, new_bank_code text, new_masked text,
    index_key bytea, new_index bytea, new_ref uuid, wrapped bytea, sealed bytea
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    person core.person;
    org bigint;
    before eligibility.payee;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    person := core.person_of(z, subject_code);
    if person.id is null then
        select o.id into org from core.organization o where o.zone_id = z and o.code = subject_code for no key update;
        if not found then perform core.missing('person', subject_code); end if;
    else
        perform from core.person p where p.id = person.id and p.erased_on is null for no key update;
        if not found then perform core.no_person(z, subject_code); end if;
    end if;
    update eligibility.payee p set replaced_on = core.day(at)
    where p.zone_id = z and (p.person_id = person.id or p.organization_id = org) and p.replaced_on is null returning * into before;
    perform core.keep_key(z, person.id, index_key, new_ref, wrapped);
    insert into eligibility.payee (zone_id, person_id, organization_id, bank, bank_code, masked, ref, number, number_index, set_on)
    values (z, person.id, org, new_bank, new_bank_code, new_masked, new_ref, sealed, new_index, core.day(at));
    return core.finish(z, request, digest, at, 'payee', 'set', 'payee:' || z || ':' || coalesce(person.code, subject_code),
        jsonb_build_object('bank', new_bank, 'replaces', before.id is not null), array[coalesce(person.code, subject_code), new_masked]);
end $$;
select core.expose('eligibility.set_payee', 'officer');
