-- Moves an amount of an award between its reservation and what was paid: `what` is commit (it is paid), return (the bank
-- sent it back, it waits to be paid again) or recover (clawed back: free again, or the treasury's when the budget is
-- closed). Each layer gives its part. Refused beyond what is there. Part of verbs.
create or replace function eligibility.pay_award(award bigint, at timestamptz, what text, amount bigint, what_for text)
returns void language plpgsql set search_path = core, pg_temp as $$
declare
    a eligibility.award;
    accounts bigint[];
    p record;
begin
    select * into a from eligibility.award w where w.id = award for update;
    if not found then perform core.missing('award', award::text); end if;
    accounts := (select array_agg(case what when 'commit' then t.reserved_fen else t.paid_fen end order by t.position)
        from eligibility.award_part t where t.award_id = award);
    if amount <= 0 or amount > (select sum(f) from unnest(accounts) as f) then
        perform core.reject('award_covers_amount', what, amount::text, (select sum(f)::text from unnest(accounts) as f));
    end if;
    for p in
        select t.position, t.budget_id, b.closed_on, f.fen from eligibility.award_part t
        join eligibility.budget b on b.id = t.budget_id
        join unnest(eligibility.draw_fen(amount, accounts)) with ordinality as f (fen, n)
            on f.n = t.position
        where t.award_id = award and f.fen > 0 order by t.budget_id, t.position
    loop
        update eligibility.award_part t set
            reserved_fen = t.reserved_fen + case what when 'commit' then -p.fen when 'return' then p.fen else 0 end,
            paid_fen = t.paid_fen + case what when 'commit' then p.fen else -p.fen end
        where t.award_id = award and t.position = p.position;
        if not eligibility.move_money(at, p.budget_id, what, case what when 'commit' then 'reserved' else 'paid' end,
            case when what = 'commit' then 'paid' when what = 'return' then 'reserved' when p.closed_on is null then 'free' else 'source' end,
            p.fen, what_for) then perform core.reject('award_covers_amount', what, amount::text, '');
        end if;
    end loop;
    if what = 'recover' then
        perform eligibility.use_cap(a.policy_id, a.cap_scope, a.cap_key, null, -amount);
        update eligibility.award w set state = 'recovered', ended_on = coalesce(w.ended_on, core.day(at))
        where w.id = award and eligibility.counted(award) = 0;
    end if;
end $$;
