-- Allows one look at a person's numbers, which `core.revealed_numbers` then gives out for the same request.
create or replace function core.reveal_person(request uuid, digest bytea, at timestamptz, person_code text, reason text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    person core.person;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    person := core.person_of(z, person_code);
    perform from core.person p where p.id = person.id and p.merged_into is null and p.erased_on is null for no key update;
    if not found then perform core.no_person(z, person_code); end if;
    perform core.count_reveal(z, person.id, request);
    return core.finish(z, request, digest, at, 'person', 'reveal', 'person:' || z || ':' || person.code,
        jsonb_build_object('reason', reason), array[person.code]);
end $$;
select core.expose('core.reveal_person', 'officer');
