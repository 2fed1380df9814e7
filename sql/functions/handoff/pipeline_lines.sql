-- What each line of the pipeline report counts, one row a project: flows by the day of the stage, stocks by the last day.
-- Only investment in yuan counts as an amount. `z` null is the region. Part of `pipeline`.
create or replace function handoff.pipeline_lines(z bigint, since date, until date)
returns table (line text, project_id bigint, on_day date, investment bigint)
language sql stable set search_path = core, pg_temp as $$
    with bar as materialized (
        select max(c.at_least) filter (where c.code = 'CNY-1Y') as sizeable,
            max(c.at_least) filter (where c.code = 'CNY-5Y') as large,
            max(c.at_least) filter (where c.code = 'CNY-50Y') as giant,
            max(c.at_least) filter (where c.code = 'USD-30M') as dollars
        from handoff.size_class c
    ), mine as materialized (
        select p.id, p.is_key, p.registered_on, case when p.currency = 'CNY' then p.investment end as yuan,
            p.currency = 'USD' and p.investment >= b.dollars as in_dollars
        from handoff.project p cross join bar b
        where z is null or p.id in (
            select y.project_id from handoff.project_party y where y.zone_id = z and y.level <> 'preview')
    ), entry as materialized (
        select e.project_id, e.stage, e.entered_on, m.yuan, m.in_dollars, m.is_key
        from handoff.stage_entry e join mine m on m.id = e.project_id
        where e.stage in ('signed', 'construction', 'completed') and e.entered_on <= until
    )
    select v.line, e.project_id, e.entered_on, e.yuan
    from entry e cross join bar b cross join lateral (values
        ('signed', e.stage = 'signed' and (e.yuan >= b.large or e.in_dollars)),
        ('signed_50y', e.stage = 'signed' and e.yuan >= b.giant),
        ('signed_usd', e.stage = 'signed' and e.in_dollars),
        ('started', e.stage = 'construction' and (e.yuan >= b.sizeable or e.in_dollars)),
        ('completed', e.stage = 'completed')) as v (line, counts)
    where e.entered_on >= since and v.counts
    union all
    select 'key_started', e.project_id, e.entered_on, e.yuan from entry e where e.stage = 'construction' and e.is_key
    union all
    select 'key', m.id, m.registered_on, m.yuan from mine m where m.is_key and m.registered_on <= until
    union all
    select 'building', e.project_id, e.entered_on, e.yuan
    from entry e left join entry d on d.project_id = e.project_id and d.stage = 'completed'
    where e.stage = 'construction' and d.project_id is null
$$;
