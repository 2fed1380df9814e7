-- Somebody takes a role over, for good or until a day, after which the former one has it again. Who already has another
-- role in the squad exchanges roles.
create or replace function handoff.swap_squad(
    request uuid, digest bytea, at timestamptz, wanted text, in_role text, newcomer text, until date
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    project bigint;
    today date := core.day(at);
    person core.person;
    old handoff.squad_member;
    other handoff.squad_member;
    stay daterange := daterange(today, until + 1);
    after daterange := case when until is null then 'empty' else daterange(until + 1, null) end;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    select p.id into project from handoff.project p join handoff.project_party y on y.project_id = p.id and y.zone_id = z
    where p.code = wanted for update of p;
    if not found then perform core.missing('project', wanted); end if;
    select * into person from core.person_of(z, newcomer);
    if person.id is null then perform core.missing('person', newcomer); end if;
    delete from handoff.squad_member m
    where m.zone_id = z and m.project_id = project and m.role = in_role and m.valid @> today returning * into old;
    if not found then perform core.reject('squad_role_filled', wanted, in_role); end if;
    if old.person_id = person.id then perform core.reject('squad_swap_changes', wanted, in_role); end if;
    delete from handoff.squad_member m
    where m.zone_id = z and m.project_id = project and m.person_id = person.id and m.valid @> today returning * into other;
    insert into handoff.squad_member (zone_id, project_id, role, person_id, valid)
    select z, project, v.role, v.person, v.valid
    from (values
        (in_role, old.person_id, old.valid * daterange(null, today)),
        (in_role, person.id, old.valid * stay),
        (in_role, old.person_id, old.valid * after),
        (other.role, person.id, other.valid * daterange(null, today)),
        (other.role, old.person_id, other.valid * stay),
        (other.role, person.id, other.valid * after)) as v (role, person, valid)
    where v.role is not null and not isempty(v.valid);
    return core.finish(z, request, digest, at, 'squad', 'swap', 'squad:' || z || ':' || wanted,
        jsonb_build_object('role', in_role, 'person', newcomer, 'until', until), array[wanted, in_role, newcomer]);
end $$;
select core.expose('handoff.swap_squad', 'coordinator');
