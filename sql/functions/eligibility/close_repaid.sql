-- Closes loans of which every payment is settled and none is overdue still; their people are held no longer.
create or replace function eligibility.close_repaid(z bigint, loans bigint[], on_day date) returns void
language sql set search_path = core, pg_temp as $$
    with closed as (
        update eligibility.loan l set state = 'closed', closed_on = greatest(on_day, l.drawn_on)
        where l.zone_id = z and l.id = any (loans) and l.state = 'open' and not exists (
            select from eligibility.loan_installment i
            left join eligibility.settlement_line s on s.installment_id = i.id and s.state <> 'listed'
            left join eligibility.loan_overdue o on o.installment_id = i.id
            where i.loan_id = l.id and i.replaced_in is null
                and (s.id is null or (o.installment_id is not null and o.cured_on is null)))
        returning l.code)
    select core.release_person(z, 'loan:' || c.code, on_day) from closed c
$$;
