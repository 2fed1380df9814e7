-- A prepayment or an extension: the payments from a number on are replaced; what is settled with the bank stays.
create or replace function eligibility.replan_loan(
    request uuid, digest bytea, at timestamptz, wanted text, act text, expected int, on_day date, amount bigint,
    new_months int, first int, froms date[], untils date[], dues date[], principals bigint[], interests bigint[],
    balances bigint[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    loan eligibility.loan;
    settled date;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    loan := eligibility.loan_to_change(z, wanted, expected);
    if on_day > core.day(at) or on_day < loan.drawn_on then
        perform core.reject('loan_within_term', wanted, on_day::text);
    end if;
    select max(i.until_on) into settled from eligibility.loan_installment i
    join eligibility.settlement_line s on s.installment_id = i.id
    where i.loan_id = loan.id and i.replaced_in is null and i.number >= first;
    if settled is not null then perform core.reject('loan_before_settlement', wanted, settled::text); end if;
    update eligibility.loan_installment i set replaced_in = loan.revision
    where i.loan_id = loan.id and i.replaced_in is null and i.number >= first;
    perform eligibility.store_installments(loan, first, act = 'prepay', froms, untils, dues, principals, interests, balances);
    update eligibility.loan l set extended_months = new_months - l.months where l.id = loan.id;
    return core.finish(z, request, digest, at, 'loan', act, 'loan:' || wanted,
        jsonb_build_object('on', on_day, 'amount', amount, 'months', new_months, 'from_number', first),
        array[wanted, cardinality(froms)::text]);
end $$;
select core.expose('eligibility.replan_loan', 'officer');
