-- A promise or demand of a part that the zone holds; it goes where the part goes.
create or replace function handoff.add_obligation(
    request uuid, digest bytea, at timestamptz, new_code text, wanted text, part_name text, promised text, due date,
    holder text, of_measure text, promised_amount bigint
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    p handoff.project;
    t handoff.project_part;
    person core.person;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    p := handoff.held_project(z, wanted);
    t := handoff.held_part(z, p.id, part_name);
    if holder is not null then
        select * into person from core.person_of(z, holder);
        if person.id is null then perform core.missing('person', holder); end if;
    end if;
    new_code := coalesce(new_code, core.next_code('XO', at));
    insert into handoff.obligation (code, project_id, part_id, zone_id, holder_id, what, due_on, measure, amount)
    values (new_code, p.id, t.id, z, person.id, promised, due, of_measure, promised_amount);
    perform handoff.attend(p.id, core.day(at));
    return core.finish(z, request, digest, at, 'obligation', 'add', 'obligation:' || new_code,
        jsonb_build_object('project', wanted, 'due', due), array[new_code]);
end $$;
select core.expose('handoff.add_obligation', 'coordinator');
