-- The pipeline report of the active zone, or of the region for a joint office: in total, by custodian, by month, by size
-- class, or by credit (hundredths of a project, summing to the whole).
create or replace function handoff.pipeline(since date, until date, axis text)
returns table (line text, grp text, count bigint, investment numeric)
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
begin
    if z is null and not core.regional() then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    if axis = 'credit' then
        return query
            select l.line, k.code, sum(s.points)::bigint, sum(l.investment::numeric * s.points / 10000)
            from handoff.pipeline_lines(z, pipeline.since, pipeline.until) l
            join handoff.project_part t on t.project_id = l.project_id and t.name = 'whole'
            join handoff.credit_share s on s.part_id = t.id and not s.is_double and s.valid @> l.on_day
                and s.measure = case when l.line like 'signed%' then 'signings' else 'investment' end
            join core.zone k on k.id = s.zone_id group by 1, 2;
    elsif axis = 'size' then
        return query
            with class as (
                select c.code, c.currency, c.at_least, lead(c.at_least) over (partition by c.currency order by c.at_least) as below
                from handoff.size_class c)
            select l.line, coalesce(c.code, '-'), count(*), sum(l.investment)
            from handoff.pipeline_lines(z, pipeline.since, pipeline.until) l
            join handoff.project p on p.id = l.project_id
            left join class c on c.currency = p.currency and p.investment >= c.at_least
                and (p.investment < c.below) is not false group by 1, 2;
    elsif axis = 'zone' then
        return query
            select l.line, k.code, count(*), sum(l.investment)
            from handoff.pipeline_lines(z, pipeline.since, pipeline.until) l
            join handoff.project_part t on t.project_id = l.project_id and t.name = 'whole'
            join core.zone k on k.id = t.zone_id group by 1, 2;
    else
        return query
            select l.line, case axis when 'month' then to_char(date_trunc('month', l.on_day), 'YYYY-MM') else '' end, count(*),
                sum(l.investment)
            from handoff.pipeline_lines(z, pipeline.since, pipeline.until) l group by 1, 2;
    end if;
end $$;
select core.expose('handoff.pipeline', 'reader');
select core.expose('handoff.pipeline', 'joint_office');
