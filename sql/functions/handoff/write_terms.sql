-- Terms of credit under a handoff's present version: the standard share of the sender's, or its own where one is named;
-- for so many years, or those of the measure.
create or replace function handoff.write_terms(
    h handoff.handoff, z bigint, standard int, named text[], points int[], doubles text[], minimum bigint, lasting int
) returns void language plpgsql set search_path = core, pg_temp as $$
declare
    unknown text := (
        select u.word from unnest(named || doubles) as u (word)
        where u.word not in (select m.code from handoff.measure m) limit 1);
begin
    if unknown is not null then perform core.missing('measure', unknown); end if;
    insert into handoff.terms
    select h.id, h.from_zone_id, h.to_zone_id, h.version, z, m.code, s.mine, 10000 - s.mine, m.code = any (doubles),
        case when m.unit = 'fen' then minimum else 0 end, coalesce(lasting, m.years)
    from handoff.measure m, lateral (select coalesce(points[array_position(named, m.code)], standard) as mine) as s;
end $$;
