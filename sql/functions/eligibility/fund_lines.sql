-- The treasuries' side of settlement lines. Of a loan with a claim the award pays; of one under a policy the year's budgets of
-- its layers do: reserved when the line is made, committed when the bank has its interest, released when it is overdue. Of a
-- loan under no policy the treasury keeps no books here. `what` is reserve, commit or release. Part of verbs.
create or replace function eligibility.fund_lines(z bigint, at timestamptz, what text, lines bigint[]) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    s record;
    a record;
begin
    if what = 'commit' then
        select array_agg(q.award) as awards, array_agg(q.fen) as fens, array_agg(q.why) as reasons into a from (
            select w.id as award, sum(l.subsidy_fen)::bigint as fen, 'claim:' || c.code || '/settlement:' || max(t.quarter_end) as why
            from eligibility.settlement_line l join eligibility.settlement t on t.id = l.settlement_id
            join eligibility.loan_installment i on i.id = l.installment_id join eligibility.loan n on n.id = i.loan_id
            join eligibility.claim c on c.id = n.claim_id join eligibility.award w on w.claim_id = c.id and w.state = 'reserved'
            where l.id = any (lines) and l.subsidy_fen > 0 group by w.id, c.code order by w.id) q;
        if a.awards is not null then perform eligibility.pay_awards(at, what, a.awards, a.fens, a.reasons); end if;
    end if;
    if what = 'reserve' then
        update eligibility.settlement_share h set budget_id = b.id
        from eligibility.settlement_line l, eligibility.loan_installment i, eligibility.loan n, eligibility.version v, eligibility.budget b
        where h.line_id = any (lines) and l.id = h.line_id and i.id = l.installment_id and n.id = i.loan_id and n.claim_id is null
            and v.id = n.version_id and (b.zone_id, b.policy_id, b.year, b.layer)
                = (z, v.policy_id, extract(year from core.day(at)), replace(h.payer, 'project_zone', 'zone'));
        select n.code, h.payer into s from eligibility.settlement_share h join eligibility.settlement_line l on l.id = h.line_id
        join eligibility.loan_installment i on i.id = l.installment_id join eligibility.loan n on n.id = i.loan_id
        where h.line_id = any (lines) and h.amount_fen > 0 and h.budget_id is null and n.claim_id is null and n.version_id is not null limit 1;
        if found then perform core.reject('settlement_has_budget', s.code, extract(year from core.day(at))::text, s.payer); end if;
    end if;
    for s in
        select h.budget_id, h.amount_fen, 'loan:' || n.code || '/settlement:' || t.quarter_end as why
        from eligibility.settlement_share h join eligibility.settlement_line l on l.id = h.line_id
        join eligibility.settlement t on t.id = l.settlement_id
        join eligibility.loan_installment i on i.id = l.installment_id join eligibility.loan n on n.id = i.loan_id
        where h.line_id = any (lines) and h.amount_fen > 0 and h.budget_id is not null order by h.budget_id, h.line_id
    loop
        if not eligibility.move_money(at, s.budget_id, what, case what when 'reserve' then 'free' else 'reserved' end,
            case what when 'reserve' then 'reserved' when 'commit' then 'paid' else 'free' end, s.amount_fen, s.why) then
            perform core.reject('settlement_budget_covers', (select b.code from eligibility.budget b where b.id = s.budget_id), s.amount_fen::text);
        end if;
    end loop;
end $$;
