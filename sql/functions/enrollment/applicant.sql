-- The beginnings of an enrollment: its person in the zone, and its code. Part of the verbs by which people come.
create or replace function enrollment.applicant(z bigint, person_code text, new_code text, at timestamptz)
returns enrollment.enrollment language plpgsql as $$
declare
    person core.person := core.person_of(z, person_code);
    e enrollment.enrollment;
begin
    if person.id is null then perform core.no_person(z, person_code); end if;
    e.zone_id := z;
    e.person_id := person.id;
    e.identity_id := person.identity_id;
    e.code := coalesce(new_code, core.next_code('E', at));
    return e;
end $$;
