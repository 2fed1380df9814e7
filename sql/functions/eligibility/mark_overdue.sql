-- A payment was not made on its day, or has been made after all. Days on which one is overdue earn no subsidy.
create or replace function eligibility.mark_overdue(
    request uuid, digest bytea, at timestamptz, wanted text, wanted_number int, expected int, new_since date, cured date
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    loan eligibility.loan;
    payment eligibility.loan_installment;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    perform from eligibility.claim c where c.id = (select l.claim_id from eligibility.loan l where l.zone_id = z and l.code = wanted)
    for update;
    loan := eligibility.loan_to_change(z, wanted, expected);
    select * into payment from eligibility.loan_installment i
    where i.loan_id = loan.id and i.number = wanted_number and i.replaced_in is null;
    if not found then perform core.missing('installment', wanted || ' ' || wanted_number); end if;
    if coalesce(new_since, cured) > core.day(at) or new_since < payment.due_on then
        perform core.reject('loan_within_term', wanted, coalesce(new_since, cured)::text);
    end if;
    if cured is null then
        -- What a run has reckoned is the bank's to answer: paid or overdue.
        if exists (select from eligibility.settlement_line s where s.installment_id = payment.id) then
            perform core.reject('loan_before_settlement', wanted, payment.until_on::text);
        end if;
        insert into eligibility.loan_overdue (zone_id, installment_id, since) values (z, payment.id, new_since);
    else
        update eligibility.loan_overdue o set cured_on = cured where o.installment_id = payment.id and o.cured_on is null;
        if not found then perform core.missing('overdue payment', wanted || ' ' || wanted_number); end if;
        perform eligibility.close_repaid(z, array[loan.id], at);
    end if;
    return core.finish(z, request, digest, at, 'loan', 'overdue', 'loan:' || wanted,
        jsonb_build_object('number', wanted_number, 'since', new_since, 'cured_on', cured),
        array[wanted, wanted_number::text]);
end $$;
select core.expose('eligibility.mark_overdue', 'officer');
