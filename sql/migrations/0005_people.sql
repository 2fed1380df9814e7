-- One natural person, one hidden identity; each zone keeps its own record of the person.
create table core.identity (
    id bigint generated always as identity primary key,
    -- HMAC-SHA-256 of the number under the region's index key: equal in all zones, and telling nothing by itself.
    id_index bytea constraint identity_id_index_once unique
        constraint identity_id_index_length check (length(id_index) = 32)
);
select core.declare_hidden('core.identity');

create table core.person (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    code text not null,
    name text not null,
    identity_id bigint not null references core.identity,
    id_number_masked text,
    birth_on date,
    sex text constraint person_sex_known check (sex in ('female', 'male')),
    phone_masked text,
    organization_id bigint,
    post text,
    merged_into bigint,
    erased_on date,
    constraint person_in_zone unique (zone_id, id),
    constraint person_code_once unique (zone_id, code),
    constraint person_unit_in_same_zone foreign key (zone_id, organization_id) references core.organization (zone_id, id),
    constraint person_merged_in_same_zone foreign key (zone_id, merged_into) references core.person (zone_id, id),
    constraint person_not_merged_into_itself check (merged_into <> id)
);
-- One living record a person and zone; a merged record keeps its code and points to the one that stays; of an erased
-- one nothing personal is left.
create unique index person_once_per_zone on core.person (zone_id, identity_id) where merged_into is null and erased_on is null;
create index person_by_name on core.person (zone_id, name);
create index person_by_unit on core.person (zone_id, organization_id);
select core.declare_owned('core.person', hide => array['identity_id']);
select core.declare_code('P');

-- What must not be shown, sealed by the program (AES-256-GCM) under the data key `ref` of core.person_key: granted to
-- nobody, reached only through definer functions. A value opens only under its own ref and field, not in another row.
create table core.person_secret (
    person_id bigint not null references core.person,
    field text not null constraint person_secret_field_known check (field in ('id_number', 'phone')),
    ref uuid not null,
    sealed bytea not null constraint person_secret_names_its_key check (substr(sealed, 2, 16) = uuid_send(ref)),
    constraint person_secret_once_per_field primary key (person_id, field)
);
select core.declare_hidden('core.person_secret');

-- The living record behind a code in a zone; a merged one leads to the one that stays; null when there is none, and for
-- one that was erased.
create function core.person_of(z bigint, wanted text) returns core.person
language plpgsql stable as $$
declare
    person core.person;
begin
    select * into person from core.person p where p.zone_id = z and p.code = wanted;
    if person.merged_into is not null then
        select * into person from core.person p where p.id = person.merged_into;
    end if;
    if person.erased_on is not null then return null; end if;
    return person;
end $$;
