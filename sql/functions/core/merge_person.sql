-- Two records of one person in a zone become one: the duplicate points to the record that stays, which takes over its
-- id number where it has none itself.
create or replace function core.merge_person(
    request uuid, digest bytea, at timestamptz, duplicate_code text, kept_code text, reason text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    duplicate core.person;
    kept core.person;
    own bytea;
    other bytea;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    perform from core.person p where p.zone_id = z and p.code in (duplicate_code, kept_code) order by p.id for update;
    select * into duplicate from core.person p
    where p.zone_id = z and p.code = duplicate_code and p.merged_into is null and p.erased_on is null;
    if not found then perform core.no_person(z, duplicate_code); end if;
    select * into kept from core.person p
    where p.zone_id = z and p.code = kept_code and p.merged_into is null and p.erased_on is null;
    if not found then perform core.no_person(z, kept_code); end if;
    select i.id_index into other from core.identity i where i.id = duplicate.identity_id;
    select i.id_index into own from core.identity i where i.id = kept.identity_id;
    if own <> other then perform core.reject('merge_same_identity', duplicate_code, kept_code); end if;
    update core.person p set merged_into = kept.id where p.id = duplicate.id or p.merged_into = duplicate.id;
    if own is null and other is not null then
        update core.person p set identity_id = duplicate.identity_id, id_number_masked = duplicate.id_number_masked,
            birth_on = duplicate.birth_on, sex = duplicate.sex where p.id = kept.id;
        update core.person_secret s set person_id = kept.id
        where s.person_id = duplicate.id and s.field = 'id_number';
    end if;
    return core.finish(z, request, digest, at, 'person', 'merge', 'person:' || z || ':' || duplicate_code,
        jsonb_build_object('into', kept_code, 'reason', reason), array[duplicate_code, kept_code]);
end $$;
select core.expose('core.merge_person', 'officer');
