-- A month's points, one line a subject, project and rule: what happened, times the share of credit on its day. Who gave a
-- project away keeps what was agreed. Part of `freeze_ranking`.
create or replace function handoff.ranking_lines(month date, by_level text)
returns table (subject text, project_code text, rule text, on_day date, share int, points int)
language sql stable set search_path = core, pg_temp as $$
    select case by_level when 'zone' then k.code
            when 'unit' then k.code || ':' || coalesce(a.unit, '-') else k.code || ':' || coalesce(a.squad, '-') end,
        p.code, r.code, e.entered_on, sum(s.points)::int, (sum(s.points)::bigint * r.points / 10000)::int
    from handoff.stage_entry e
    join handoff.ranking_rule r on r.stage = e.stage and r.valid_from <= e.entered_on
    join handoff.project p on p.id = e.project_id
    join handoff.project_part t on t.project_id = p.id and t.name = 'whole'
    join handoff.credit_share s on s.part_id = t.id and s.measure = r.measure and s.valid @> e.entered_on and not s.is_double
    join core.zone k on k.id = s.zone_id
    left join lateral (
        select max(o.code) filter (where m.role = 'a') as unit,
            string_agg(n.code, '+' order by array_position(array['chief', 'a', 'b'], m.role)) as squad
        from handoff.squad_member m join core.person n on n.id = m.person_id left join core.organization o on o.id = n.organization_id
        where m.project_id = p.id and m.zone_id = s.zone_id
            and m.valid && daterange(ranking_lines.month, (ranking_lines.month + interval '1 month')::date)
            and upper_inf(m.valid)) as a on true
    where e.entered_on >= ranking_lines.month and e.entered_on < (ranking_lines.month + interval '1 month')::date
        and s.points > 0
    group by 1, 2, 3, 4, r.points
$$;
