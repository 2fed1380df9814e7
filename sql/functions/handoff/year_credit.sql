-- A year of a part's credit by zone: what is left after refunds, by each amount's own day's shares, cut to whole fen; the
-- custodian's line takes the remainder. A floor is made up out of the custodian's share. Part of `settle_credit`.
create or replace function handoff.year_credit(part bigint, of_year int)
returns table (measure text, zone_id bigint, gross bigint, refund bigint, base bigint, share bigint, is_double boolean)
language sql stable set search_path = core, pg_temp as $$
    with total as (
        select a.measure, sum(a.amount)::bigint as gross, sum(a.refund)::bigint as refund,
            greatest(sum(a.amount) - sum(a.refund), 0)::bigint as base, max(a.on_day) as last_day
        from handoff.amount a join handoff.measure m on m.code = a.measure and m.unit = 'fen'
        where a.part_id = part and extract(year from a.on_day) = of_year group by a.measure
    ), weighed as (
        select a.measure, s.zone_id, s.is_double, sum(a.amount::numeric * s.points) as weight
        from handoff.amount a join handoff.credit_share s
            on s.part_id = a.part_id and s.measure = a.measure and s.valid @> a.on_day
        where a.part_id = part and extract(year from a.on_day) = of_year group by a.measure, s.zone_id, s.is_double
    ), cut as (
        select w.measure, w.zone_id, w.is_double, t.base, case when t.gross = 0 then 0
            else trunc(t.base * w.weight / (t.gross::numeric * 10000)) end::bigint as share
        from weighed w join total t on t.measure = w.measure
    ), lifted as (
        select c.measure, c.zone_id, c.is_double, c.base, greatest(c.share, least(c.base, coalesce((
            select max(g.floor) from handoff.agreement g
            where g.part_id = part and g.measure = c.measure and g.zone_id = c.zone_id and not g.is_double and not c.is_double
                and g.starts_on is not null
                and daterange(g.starts_on, g.ends_on) && daterange(make_date(of_year, 1, 1), make_date(of_year + 1, 1, 1))), 0)))
            as share
        from cut c
    ), holder as (
        select t.measure, s.zone_id from total t join handoff.credit_share s
            on s.part_id = part and s.measure = t.measure and s.line = 0 and s.valid @> t.last_day
    )
    select l.measure, l.zone_id, t.gross, t.refund, t.base,
        case when not l.is_double and l.zone_id = h.zone_id
            then t.base - coalesce(sum(l.share) filter (where not l.is_double and l.zone_id <> h.zone_id) over (partition by l.measure), 0)
            else l.share end::bigint, l.is_double
    from lifted l join total t on t.measure = l.measure join holder h on h.measure = l.measure
$$;
