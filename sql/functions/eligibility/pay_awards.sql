-- `pay_award` for many awards at once, each named once: the same effect in one statement a table. `what` is commit or return.
-- Part of verbs, which hold the claims' rows.
create or replace function eligibility.pay_awards(
    at timestamptz, what text, awards bigint[], amounts bigint[], what_for text[]
) returns void language plpgsql set search_path = core, pg_temp as $$
declare
    short bigint;
    moved bigint[];
    places int[];
    budgets bigint[];
    fens bigint[];
    reasons text[];
    count int;
begin
    perform from eligibility.award w where w.id = any (awards) order by w.id for update;
    -- All of an award is drawn part by part; less of it in the proportion of what is in them.
    with asked as (
        select u.award, u.fen, u.why, x.accounts, x.total
        from unnest(awards, amounts, what_for) as u (award, fen, why)
        cross join lateral (
            select array_agg(case what when 'commit' then t.reserved_fen else t.paid_fen end order by t.position) as accounts,
                coalesce(sum(case what when 'commit' then t.reserved_fen else t.paid_fen end), 0)::bigint as total
            from eligibility.award_part t where t.award_id = u.award) x
    ), drawn as (
        select q.award, q.fen, q.total, q.why, f.fen as part, f.n::int as place
        from asked q left join lateral unnest(
            case when q.fen = q.total then q.accounts when q.fen between 1 and q.total then eligibility.draw_fen(q.fen, q.accounts)
            end) with ordinality as f (fen, n) on true
    )
    select array_agg(t.award_id order by t.award_id, t.position), array_agg(t.position order by t.award_id, t.position),
        array_agg(t.budget_id order by t.award_id, t.position), array_agg(d.part order by t.award_id, t.position),
        array_agg(d.why order by t.award_id, t.position), max(case when d.fen <= 0 or d.fen > d.total then d.award end)
        into moved, places, budgets, fens, reasons, short
    from drawn d left join eligibility.award_part t on t.award_id = d.award and t.position = d.place
    where d.part is null or d.part > 0;
    if short is not null then
        perform core.reject('award_covers_amount', what, (select u.fen::text from unnest(awards, amounts) u (a, fen) where u.a = short), '');
    end if;
    perform from eligibility.budget b where b.id = any (budgets) order by b.id for update;
    update eligibility.award_part t set
        reserved_fen = t.reserved_fen + case what when 'commit' then -u.fen else u.fen end,
        paid_fen = t.paid_fen + case what when 'commit' then u.fen else -u.fen end
    from unnest(moved, places, fens) as u (award, place, fen) where t.award_id = u.award and t.position = u.place;
    insert into eligibility.budget_entry (zone_id, budget_id, at, act, from_account, to_account, amount_fen, reference)
    select b.zone_id, b.id, pay_awards.at, what, case what when 'commit' then 'reserved' else 'paid' end,
        case what when 'commit' then 'paid' else 'reserved' end, u.fen, u.why
    from unnest(budgets, fens, reasons) as u (budget, fen, why) join eligibility.budget b on b.id = u.budget;
    update eligibility.budget b set
        reserved_fen = b.reserved_fen + case what when 'commit' then -s.fen else s.fen end,
        paid_fen = b.paid_fen + case what when 'commit' then s.fen else -s.fen end
    from (select u.budget, sum(u.fen)::bigint as fen from unnest(budgets, fens) as u (budget, fen) group by u.budget) s
    where b.id = s.budget;
end $$;
