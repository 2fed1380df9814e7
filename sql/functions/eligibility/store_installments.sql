-- Puts payments at the end of a loan's schedule, numbered from `first`. Part of `open_loan` and `replan_loan`.
create or replace function eligibility.store_installments(
    loan eligibility.loan, first int, prepays boolean, froms date[], untils date[], dues date[], principals bigint[],
    interests bigint[], balances bigint[]
) returns void language sql set search_path = core, pg_temp as $$
    insert into eligibility.loan_installment (zone_id, loan_id, number, revision, prepaid, from_on, until_on, due_on,
        principal_fen, interest_fen, balance_fen)
    select loan.zone_id, loan.id, first + u.place::int - 1, loan.revision, prepays and u.place = 1, u.f, u.t, u.d, u.p, u.i, u.b
    from unnest(froms, untils, dues, principals, interests, balances) with ordinality as u (f, t, d, p, i, b, place)
$$;
