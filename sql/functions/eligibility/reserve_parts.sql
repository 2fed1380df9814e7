-- The parts of an award by layer, each reserved from its budget of the year; budgets are locked in the order of their ids.
-- How much another zone's budget has left is not told. Part of verbs.
create or replace function eligibility.reserve_parts(
    c eligibility.claim, a eligibility.award, payers text[], at timestamptz, funder text
) returns void language plpgsql set search_path = core, pg_temp as $$
declare
    p record;
    paying text[] := case when cardinality(payers) > 0 then payers else array['zone=1000000'] end;
    shares bigint[] := (select array_agg(split_part(w.t, '=', 2)::bigint order by w.n) from unnest(paying) with ordinality as w (t, n));
    needed_year int := extract(year from core.day(at));
begin
    for p in
        select w.n, split_part(w.t, '=', 1) as named, y.layer, shares[w.n] as share, f.fen, z.id as zone_id, z.code as zone, b.id, b.code
        from unnest(paying) with ordinality as w (t, n)
        join unnest(eligibility.split_fen(a.amount_fen, shares)) with ordinality as f (fen, n) on f.n = w.n
        cross join lateral (select case split_part(w.t, '=', 1) when 'project_zone' then 'zone' else split_part(w.t, '=', 1) end) as y (layer)
        join core.zone z on case when split_part(w.t, '=', 1) = 'project_zone' and funder is not null then z.code = funder
            else z.id = c.zone_id end
        left join eligibility.budget b on (b.zone_id, b.policy_id, b.year, b.layer) = (z.id, c.policy_id, needed_year, y.layer)
        order by b.id nulls first, w.n
    loop
        if p.id is null then
            perform core.reject('award_has_budget', p.zone, (select l.code from eligibility.policy l where l.id = c.policy_id),
                needed_year::text, p.layer);
        end if;
        insert into eligibility.award_part (zone_id, award_id, position, layer, share_ppm, budget_id, amount_fen, reserved_fen)
        values (c.zone_id, a.id, p.n, p.named, p.share, p.id, p.fen, p.fen);
        if p.fen > 0 and not eligibility.move_money(at, p.id, 'reserve', 'free', 'reserved', p.fen, 'claim:' || c.code) then
            perform core.reject('budget_not_overspent', p.code, p.fen::text, case when p.zone_id = c.zone_id then (
                select (b.total_fen - b.reserved_fen - b.paid_fen)::text from eligibility.budget b where b.id = p.id) else '' end);
        end if;
    end loop;
end $$;
