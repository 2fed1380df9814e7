-- Closes loans of which every payment is settled and none is overdue still; their people are held no longer. The claim behind
-- one is paid then: what its award has left is free again. Part of verbs, which hold the claims' and the loans' rows.
create or replace function eligibility.close_repaid(z bigint, loans bigint[], at timestamptz) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    on_day date := core.day(at);
    closed record;
    c eligibility.claim;
begin
    for closed in
        update eligibility.loan l set state = 'closed', closed_on = greatest(on_day, l.drawn_on)
        where l.zone_id = z and l.id = any (loans) and l.state = 'open' and not exists (
            select from eligibility.loan_installment i
            left join eligibility.settlement_line s on s.installment_id = i.id and s.state <> 'listed'
            left join eligibility.loan_overdue o on o.installment_id = i.id
            where i.loan_id = l.id and i.replaced_in is null
                and (s.id is null or (o.installment_id is not null and o.cured_on is null)))
        returning l.code, l.claim_id
    loop
        perform core.release_person(z, 'loan:' || closed.code, on_day);
        continue when closed.claim_id is null;
        select * into c from eligibility.claim k where k.zone_id = z and k.id = closed.claim_id;
        perform eligibility.release_award(c, at);
        c := eligibility.step_claim(c, 'pay');
        update eligibility.claim k set closed_on = on_day where k.id = c.id;
        perform core.release_person(z, 'claim:' || c.code, on_day);
    end loop;
end $$;
