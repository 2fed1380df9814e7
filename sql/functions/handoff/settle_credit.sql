-- A year's credit of a part, once, by the joint office after the year's end.
create or replace function handoff.settle_credit(
    request uuid, digest bytea, at timestamptz, wanted text, part_name text, of_year int
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    part handoff.project_part;
    answer text[];
begin
    prior := core.begin('joint_office', z, request, digest, at, regional => true);
    if prior is not null then return prior; end if;
    select t.* into part from handoff.project p join handoff.project_part t on t.project_id = p.id and t.name = part_name
    where p.code = wanted for update of t;
    if not found then perform core.missing('project', wanted); end if;
    if make_date(of_year + 1, 1, 1) > core.day(at) then perform core.reject('credit_year_over', of_year::text); end if;
    insert into handoff.settlement
    select part.project_id, part.id, of_year, c.measure, c.zone_id, c.gross, c.refund, c.base, c.share, c.is_double, core.day(at)
    from handoff.year_credit(part.id, of_year) c;
    select array_agg(v.cell order by s.measure, s.is_double, s.zone_id, v.place) into answer
    from handoff.settlement s join core.zone c on c.id = s.zone_id,
        lateral (values (1, s.measure), (2, c.code), (3, s.base::text), (4, s.share::text), (5, s.is_double::text)) as v (place, cell)
    where s.part_id = part.id and s.year = of_year;
    if answer is null then perform core.reject('credit_year_has_amounts', wanted, of_year::text); end if;
    return core.finish(z, request, digest, at, 'credit', 'settle', 'project:' || wanted,
        jsonb_build_object('part', part_name, 'year', of_year), answer);
end $$;
select core.expose('handoff.settle_credit', 'joint_office');
