-- The ledger's side of a bank's answer: what is paid is committed, what comes back after it was paid waits again.
-- Part of `import_results`, which holds the claims' rows.
create or replace function eligibility.book_results(z bigint, paid bigint[], returned bigint[], at timestamptz) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    moved record;
begin
    for moved in
        select case p.state when 'paid' then 'return' else 'commit' end as what, array_agg(p.award_id order by p.id) as awards,
            array_agg(p.amount_fen order by p.id) as fens,
            array_agg('claim:' || c.code || '/payment:' || p.code order by p.id) as reasons,
            array_agg(c.id order by p.id) as claims
        from eligibility.payment p join eligibility.claim c on c.id = p.claim_id
        where p.zone_id = z and (p.id = any (paid) or p.id = any (returned) and p.state = 'paid') group by 1
    loop
        perform eligibility.pay_awards(at, moved.what, moved.awards, moved.fens, moved.reasons);
        if moved.what = 'return' then
            update eligibility.claim c set state = t.to_state, closed_on = null from eligibility.claim_transition t
            where c.id = any (moved.claims) and t.from_state = c.state and t.act = 'bounce';
        end if;
    end loop;
end $$;
