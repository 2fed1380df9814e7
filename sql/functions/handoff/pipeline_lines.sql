-- What each line of the pipeline report counts, one row a project: flows by the day of the stage, stocks by the last day.
-- Only investment in yuan counts as an amount. `z` null is the region. Every project is read once. Part of `pipeline`.
create or replace function handoff.pipeline_lines(z bigint, since date, until date)
returns table (line text, project_id bigint, on_day date, investment bigint)
language sql stable rows 50000 set search_path = core, pg_temp as $$
    with bar as materialized (
        select max(c.at_least) filter (where c.code = 'CNY-1Y') as sizeable,
            max(c.at_least) filter (where c.code = 'CNY-5Y') as large,
            max(c.at_least) filter (where c.code = 'CNY-50Y') as giant,
            max(c.at_least) filter (where c.code = 'USD-30M') as dollars
        from handoff.size_class c
    ), mine as materialized (
        select p.id, p.is_key, p.registered_on, p.signed_on, p.started_on, p.completed_on, v.yuan, v.in_dollars,
            v.yuan >= b.sizeable or v.in_dollars as is_sizeable, v.yuan >= b.large or v.in_dollars as is_large,
            v.yuan >= b.giant as is_giant
        from handoff.project p cross join bar b
        cross join lateral (select case when p.currency = 'CNY' then p.investment end as yuan,
            p.currency = 'USD' and p.investment >= b.dollars as in_dollars) as v
        where z is null or p.id in (
            select y.project_id from handoff.project_party y where y.zone_id = z and y.level <> 'preview')
    ), signed as (
        select * from mine m where m.signed_on between since and until and m.is_large
    )
    select 'signed', s.id, s.signed_on, s.yuan from signed s
    union all select 'signed_50y', s.id, s.signed_on, s.yuan from signed s where s.is_giant
    union all select 'signed_usd', s.id, s.signed_on, s.yuan from signed s where s.in_dollars
    union all select 'started', m.id, m.started_on, m.yuan from mine m
        where m.started_on between since and until and m.is_sizeable
    union all select 'key_started', m.id, m.started_on, m.yuan from mine m where m.is_key and m.started_on <= until
    union all select 'key', m.id, m.registered_on, m.yuan from mine m where m.is_key and m.registered_on <= until
    union all select 'building', m.id, m.started_on, m.yuan from mine m
        where m.started_on <= until and (m.completed_on > until) is not false
    union all select 'completed', m.id, m.completed_on, m.yuan from mine m where m.completed_on between since and until
$$;
