-- Keys of personal data. The keys themselves never come here: ids, and people's data keys wrapped under a master key that
-- only the key file holds.

-- One row: the id of the key of all blind indexes. Changing it would make everybody a stranger.
create table core.index_key (
    singleton boolean primary key default true constraint index_key_one_row check (singleton),
    id bytea not null constraint index_key_id_length check (length(id) = 8)
);
select core.declare_hidden('core.index_key');

-- The master keys of each zone, the one in use has no `replaced_at`; `retired_at` once nothing is wrapped under it.
create table core.master_key (
    zone_id bigint not null references core.zone,
    id bytea not null constraint master_key_id_length check (length(id) = 8),
    used_since timestamptz not null default clock_timestamp(),
    replaced_at timestamptz,
    retired_at timestamptz,
    constraint master_key_pkey primary key (zone_id, id)
);
create unique index master_key_one_in_use on core.master_key (zone_id) where replaced_at is null;
select core.declare_hidden('core.master_key');

-- Data keys: of a person, or (person_id null) of what an organization keeps sealed. Left out of ordinary dumps
-- (pg_dump --exclude-table-data=core.person_key) and backed up apart: without its row here no copy of a value opens.
create table core.person_key (
    ref uuid primary key,
    zone_id bigint not null references core.zone,
    person_id bigint,
    wrapped bytea not null,
    master_id bytea not null generated always as (substr(wrapped, 2, 8)) stored
        constraint person_key_names_its_master check (length(master_id) = 8),
    constraint person_key_person_in_same_zone foreign key (zone_id, person_id) references core.person (zone_id, id)
);
create index person_key_by_person on core.person_key (zone_id, person_id);
create index person_key_by_master on core.person_key (zone_id, master_id);
select core.declare_hidden('core.person_key');

-- Refuses a write that was sealed with a key file of another database, or with a master key that is not in use any more.
-- The first write of a database and of a zone says which keys those are.
create function core.use_keys(z bigint, index_key bytea, wrapped bytea) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    master bytea := substr(wrapped, 2, 8);
begin
    if not exists (select from core.index_key k where k.id = index_key) then
        insert into core.index_key (id) values (index_key) on conflict do nothing;
        if not exists (select from core.index_key k where k.id = index_key) then
            perform core.reject('key_of_this_database');
        end if;
    end if;
    if exists (select from core.master_key k where k.zone_id = z and k.id = master and k.retired_at is null) then
        return;
    end if;
    if not exists (select from core.master_key k where k.zone_id = z) then
        insert into core.master_key (zone_id, id) values (z, master) on conflict do nothing;
    end if;
    if not exists (select from core.master_key k where k.zone_id = z and k.id = master and k.retired_at is null) then
        perform core.reject('key_in_use');
    end if;
end $$;

-- Keeps the wrapped data key of something that a verb seals; `person` null for an organization's.
create function core.keep_key(z bigint, person bigint, index_key bytea, ref uuid, wrapped bytea) returns void
language plpgsql set search_path = core, pg_temp as $$
begin
    perform core.use_keys(z, index_key, wrapped);
    insert into core.person_key (ref, zone_id, person_id, wrapped) values (ref, z, person, wrapped);
end $$;

-- A person's sealed numbers under one new data key; null leaves a field as it is. A key that nothing needs any more goes.
create function core.keep_secrets(
    z bigint, person bigint, index_key bytea, new_ref uuid, wrapped bytea, id_sealed bytea, phone_sealed bytea
) returns void language plpgsql set search_path = core, pg_temp as $$
declare
    before uuid[] := array(select s.ref from core.person_secret s where s.person_id = person);
begin
    if new_ref is null then return; end if;
    perform core.keep_key(z, person, index_key, new_ref, wrapped);
    insert into core.person_secret (person_id, field, ref, sealed)
    select person, v.field, new_ref, v.sealed
    from (values ('id_number', id_sealed), ('phone', phone_sealed)) as v (field, sealed) where v.sealed is not null
    on conflict on constraint person_secret_once_per_field do update set ref = excluded.ref, sealed = excluded.sealed;
    delete from core.person_key k where k.ref = any (before)
        and not exists (select from core.person_secret s where s.ref = k.ref);
end $$;

-- The identity behind a blind index, made when nobody knows it. One path, whether another zone knows the number or not:
-- its answer tells nobody.
create function core.identity_of(number_index bytea) returns bigint language sql set search_path = core, pg_temp as $$
    insert into core.identity as i (id_index) values (number_index)
    on conflict (id_index) do update set id_index = i.id_index returning id
$$;
