-- Takes everything personal out of a person's record, for good: the wrapped keys of all their sealed values, and what is
-- plain. What refers to the record stays; so does the blind identity, by which once stays once.
create or replace function core.erase_person(request uuid, digest bytea, at timestamptz, person_code text, reason text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    person core.person;
    all_records bigint[];
    hold core.person_hold;
    until date;
begin
    prior := core.begin('admin', z, request, digest, at);
    if prior is not null then return prior; end if;
    select * into person from core.person p where p.zone_id = z and p.code = person_code and p.merged_into is null for update;
    if not found then perform core.missing('person', person_code); end if;
    if person.erased_on is not null then perform core.reject('person_not_erased', person_code); end if;
    all_records := array(
        select p.id from core.person p where p.zone_id = z and (p.id = person.id or p.merged_into = person.id)
        order by p.id for update);
    select * into hold from core.person_hold h
    where h.zone_id = z and h.person_id = any (all_records) and h.released_on is null order by h.id limit 1;
    if found then perform core.reject('person_without_open_case', person_code, hold.kind, hold.subject); end if;
    select h.* into hold from core.person_hold h
    where h.zone_id = z and h.person_id = any (all_records) and core.kept_until(h.kind, h.released_on) >= core.day(at)
        and (select p.binding from core.retention_period p where p.kind = h.kind and p.valid_from <= h.released_on
            order by p.valid_from desc limit 1)
    order by core.kept_until(h.kind, h.released_on) desc limit 1;
    if found then
        until := core.kept_until(hold.kind, hold.released_on);
        perform core.reject('retention_period_over', person_code, hold.kind, hold.subject, until::text);
    end if;
    delete from core.person_key k where k.zone_id = z and k.person_id = any (all_records);
    delete from core.person_secret s where s.person_id = any (all_records);
    update core.person p set name = '***', id_number_masked = null, birth_on = null, sex = null, phone_masked = null,
        organization_id = null, post = null, erased_on = core.day(at)
    where p.id = any (all_records);
    return core.finish(z, request, digest, at, 'person', 'erase', 'person:' || z || ':' || person_code,
        jsonb_build_object('reason', reason, 'records', cardinality(all_records)),
        array[person_code, cardinality(all_records)::text]);
end $$;
select core.expose('core.erase_person', 'admin');
