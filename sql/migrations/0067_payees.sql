-- Where money goes: one account in use for a person or an organization; those before stay for what was paid to them.
create table eligibility.payee (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    person_id bigint,
    organization_id bigint,
    bank text not null,
    bank_code text constraint payee_bank_code_form check (bank_code ~ '^[0-9]{12}$'),
    masked text not null,
    -- Sealed under a data key of its own; the blind index finds and compares it.
    ref uuid not null,
    number bytea not null,
    number_index bytea,
    set_on date not null,
    set_by text not null default session_user,
    replaced_on date,
    constraint payee_in_zone unique (zone_id, id),
    constraint payee_of_one_subject check (num_nonnulls(person_id, organization_id) = 1),
    constraint payee_names_its_key check (substr(number, 2, 16) = uuid_send(ref)),
    constraint payee_index_length check (length(number_index) = 32),
    constraint payee_person_in_same_zone foreign key (zone_id, person_id) references core.person (zone_id, id),
    constraint payee_org_in_same_zone foreign key (zone_id, organization_id) references core.organization (zone_id, id)
);
create unique index payee_one_in_use_of_person on eligibility.payee (zone_id, person_id) where replaced_on is null;
create unique index payee_one_in_use_of_org on eligibility.payee (zone_id, organization_id) where replaced_on is null;
select core.declare_owned('eligibility.payee', hide => array['ref', 'number', 'number_index']);

-- What erasing a person leaves of the account: nothing that names it. The key goes with the person's other keys.
create function eligibility.forget_payee() returns trigger language plpgsql set search_path = core, pg_temp as $$
begin
    update eligibility.payee p set masked = '***', number_index = null
    where p.zone_id = new.zone_id and p.person_id = new.id;
    return null;
end $$;
create trigger payee_forgets_erased after update of erased_on on core.person
    for each row when (new.erased_on is not null) execute function eligibility.forget_payee();
