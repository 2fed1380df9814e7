-- Two records of one person in a zone become one: the duplicate points to the record that stays.
create or replace function core.merge_person(
    request uuid, digest bytea, at timestamptz, duplicate_code text, kept_code text, reason text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    duplicate core.person;
    kept core.person;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    perform from core.person p where p.zone_id = z and p.code in (duplicate_code, kept_code) order by p.id for update;
    select * into duplicate from core.person p where p.zone_id = z and p.code = duplicate_code and p.merged_into is null;
    if not found then perform core.missing('person', duplicate_code); end if;
    select * into kept from core.person p where p.zone_id = z and p.code = kept_code and p.merged_into is null;
    if not found then perform core.missing('person', kept_code); end if;
    if exists (select from core.identity a join core.identity b on a.id_number <> b.id_number
        where a.id = duplicate.identity_id and b.id = kept.identity_id) then
        perform core.reject('merge_same_identity', duplicate_code, kept_code);
    end if;
    update core.person p set merged_into = kept.id where p.id = duplicate.id or p.merged_into = duplicate.id;
    return core.finish(z, request, digest, at, 'person', 'merge', 'person:' || z || ':' || duplicate_code,
        jsonb_build_object('into', kept_code, 'reason', reason), array[duplicate_code, kept_code]);
end $$;
select core.expose('core.merge_person', 'officer');
