-- What an offer of a part would lack, by the requirements that are in force. Part of the verbs and of `check_offer`.
create or replace function handoff.lacking(z bigint, part bigint, today date)
returns table (code text, count int, blocking boolean) language sql stable set search_path = core, pg_temp as $$
    select r.code, m.count::int, r.blocking
    from handoff.project_part t join handoff.project p on p.id = t.project_id
    left join handoff.project_founder f on f.project_id = p.id
    cross join handoff.requirement r
    cross join lateral (select case r.code
        when 'investment' then (p.investment is null)::int
        when 'energy' then (p.energy is null)::int
        when 'founder' then (f.person_id is null and f.organization_id is null)::int
        when 'document' then (not exists (select from core.document d where d.zone_id = z and d.subject = 'project:' || p.code))::int
        when 'evaluation' then (not exists (select from handoff.evaluation e where e.project_id = p.id and e.complete))::int
        when 'squad' then 3 - (select count(*) from handoff.squad_member m
            where m.zone_id = z and m.project_id = p.id and m.valid @> today)
        when 'obligation' then (select count(*) from handoff.obligation o
            where o.part_id = part and o.kept_on is null and o.holder_id is null)
        else 0 end as count) as m
    where t.id = part and m.count > 0 order by r.position
$$;
