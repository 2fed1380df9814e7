-- What each line of the pipeline report counts, one row a project: flows by the day of the stage, stocks by the last day.
-- Investment in yuan only counts as such. `z` null is the region. Part of `pipeline`.
create or replace function handoff.pipeline_lines(z bigint, since date, until date)
returns table (line text, project_id bigint, on_day date, investment bigint)
language sql stable set search_path = core, pg_temp as $$
    with entry as materialized (
        select e.project_id, e.stage, e.entered_on, p.currency, p.investment, p.is_key,
            (select max(s.code) from handoff.size_class s where s.code = 'CNY-50Y' and s.currency = p.currency and p.investment >= s.at_least) as giant
        from handoff.stage_entry e join handoff.project p on p.id = e.project_id
        where e.entered_on between since and until and e.stage in ('signed', 'construction', 'completed')
            and (z is null or exists (select from handoff.project_party y
                where y.zone_id = z and y.project_id = e.project_id and y.level <> 'preview'))
    ), reached as (
        select e.*, exists (select from handoff.size_class s where s.code in ('CNY-5Y', 'USD-30M')
                and s.currency = e.currency and e.investment >= s.at_least) as large,
            exists (select from handoff.size_class s where s.code in ('CNY-1Y', 'USD-30M')
                and s.currency = e.currency and e.investment >= s.at_least) as sizeable
        from entry e
    )
    select 'signed', r.project_id, r.entered_on, case when r.currency = 'CNY' then r.investment end
    from reached r where r.stage = 'signed' and r.large
    union all select 'signed_50y', r.project_id, r.entered_on, r.investment
    from reached r where r.stage = 'signed' and r.giant is not null
    union all select 'signed_usd', r.project_id, r.entered_on, null
    from reached r where r.stage = 'signed' and r.large and r.currency = 'USD'
    union all select 'started', r.project_id, r.entered_on, case when r.currency = 'CNY' then r.investment end
    from reached r where r.stage = 'construction' and r.sizeable
    union all select 'key_started', p.id, e.entered_on, case when p.currency = 'CNY' then p.investment end
    from handoff.project p join handoff.stage_entry e on e.project_id = p.id and e.stage = 'construction' and e.entered_on <= until
    where p.is_key and (z is null or exists (select from handoff.project_party y
        where y.zone_id = z and y.project_id = p.id and y.level <> 'preview'))
    union all select 'key', p.id, p.registered_on, case when p.currency = 'CNY' then p.investment end
    from handoff.project p where p.is_key and p.registered_on <= until and (z is null or exists (
        select from handoff.project_party y where y.zone_id = z and y.project_id = p.id and y.level <> 'preview'))
    union all select 'building', e.project_id, e.entered_on, case when p.currency = 'CNY' then p.investment end
    from handoff.stage_entry e join handoff.project p on p.id = e.project_id
    where e.stage = 'construction' and e.entered_on <= until
        and not exists (select from handoff.stage_entry d
            where d.project_id = e.project_id and d.stage = 'completed' and d.entered_on <= until)
        and (z is null or exists (select from handoff.project_party y
            where y.zone_id = z and y.project_id = e.project_id and y.level <> 'preview'))
    union all select 'completed', r.project_id, r.entered_on, case when r.currency = 'CNY' then r.investment end
    from reached r where r.stage = 'completed'
$$;
