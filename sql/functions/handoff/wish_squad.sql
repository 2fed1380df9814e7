-- A wish of either side: a person's for a project, or the project's for a person. A new rank replaces the earlier one.
create or replace function handoff.wish_squad(
    request uuid, digest bytea, at timestamptz, wanted text, who text, wishing text, new_rank int
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    project bigint;
    person core.person;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    select p.id into project from handoff.project p join handoff.project_party y on y.project_id = p.id and y.zone_id = z
    where p.code = wanted for update of p;
    if not found then perform core.missing('project', wanted); end if;
    select * into person from core.person_of(z, who);
    if person.id is null then perform core.missing('person', who); end if;
    insert into handoff.squad_wish values (z, project, person.id, wishing, new_rank, core.day(at))
    on conflict on constraint wish_once do update set rank = excluded.rank, wished_on = excluded.wished_on;
    return core.finish(z, request, digest, at, 'squad', 'wish', 'squad:' || z || ':' || wanted,
        jsonb_build_object('person', who, 'side', wishing, 'rank', new_rank), array[wanted, who]);
end $$;
select core.expose('handoff.wish_squad', 'coordinator');
