-- A zone's squad for a project from a day on; whoever held the three roles until then leaves them on that day.
create or replace function handoff.assign_squad(
    request uuid, digest bytea, at timestamptz, wanted text, chief text, member_a text, member_b text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    project bigint;
    today date := core.day(at);
    codes text[] := array[chief, member_a, member_b];
    roles text[] := array['chief', 'a', 'b'];
    person core.person;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    select p.id into project from handoff.project p join handoff.project_party y on y.project_id = p.id and y.zone_id = z
    where p.code = wanted for update of p;
    if not found then perform core.missing('project', wanted); end if;
    delete from handoff.squad_member m where m.zone_id = z and m.project_id = project and lower(m.valid) >= today;
    update handoff.squad_member m set valid = daterange(lower(m.valid), today)
    where m.zone_id = z and m.project_id = project and m.valid @> today;
    for i in 1 .. 3 loop
        if codes[i] = any (codes[:i - 1]) then perform core.reject('squad_one_role_per_person', wanted, codes[i]); end if;
        select * into person from core.person_of(z, codes[i]);
        if person.id is null then perform core.missing('person', codes[i]); end if;
        insert into handoff.squad_member (zone_id, project_id, role, person_id, valid)
        values (z, project, roles[i], person.id, daterange(today, null));
    end loop;
    return core.finish(z, request, digest, at, 'squad', 'assign', 'squad:' || z || ':' || wanted,
        jsonb_build_object('chief', chief, 'a', member_a, 'b', member_b), array[wanted, chief, member_a, member_b]);
end $$;
select core.expose('handoff.assign_squad', 'coordinator');
