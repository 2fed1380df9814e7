-- A loan contract with its layers and its schedule. The rate's LPR is read again here: it is the published one of its day.
create or replace function eligibility.open_loan(
    request uuid, digest bytea, at timestamptz, new_code text, borrower text, policy_code text, decision_code text, claim_code text,
    new_bank text, new_contract text, principal bigint, rate bigint, rate_day date, lpr bigint, cap bigint, new_months int,
    new_method text, new_day_count text, drawn date, ends date, payers text[], formulas text[], starts date[], stops date[],
    froms date[], untils date[], dues date[], principals bigint[], interests bigint[], balances bigint[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    person core.person;
    loan eligibility.loan;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    person := core.person_of(z, borrower);
    if person.id is null then perform core.no_person(z, borrower); end if;
    if lpr is distinct from (
        select case when new_months > 60 then r.five_year_ppm else r.one_year_ppm end from core.loan_prime_rate r
        where r.published_on <= rate_day and rate_day <= (select max(published_on) + 31 from core.loan_prime_rate)
        order by r.published_on desc limit 1) then
        perform core.reject('loan_rate_of_its_day', rate_day::text);
    end if;
    if policy_code is not null then
        select vz.version_id, b.spread_ppm into loan.version_id, loan.cap_ppm
        from eligibility.policy p join eligibility.version_zone vz on vz.policy_id = p.id and vz.zone_id = z
        join eligibility.benefit b on b.version_id = vz.version_id and b.kind = 'loan'
        where p.code = policy_code and vz.validity @> drawn order by b.position limit 1;
        if not found then perform core.reject('loan_offered', policy_code, drawn::text); end if;
    end if;
    if claim_code is not null then
        loan.claim_id := eligibility.take_loan_claim(z, claim_code, person.id, policy_code, principal);
    end if;
    if decision_code is not null then
        select d.id into loan.decision_id from eligibility.decision d join eligibility.version v on v.id = d.version_id
        join eligibility.policy p on p.id = v.policy_id and p.code = policy_code
        where d.zone_id = z and d.code = decision_code and d.person_id = person.id and d.verdict = 'yes'
            and d.amount_fen >= principal;
        if not found then perform core.reject('loan_decided', decision_code); end if;
    end if;
    new_code := coalesce(new_code, core.next_code('LN', at));
    insert into eligibility.loan (zone_id, code, person_id, version_id, decision_id, claim_id, bank, contract, principal_fen, rate_ppm,
        lpr_on, lpr_ppm, cap_ppm, months, method, day_count, drawn_on, ends_on)
    values (z, new_code, person.id, loan.version_id, loan.decision_id, loan.claim_id, new_bank, new_contract, principal, rate,
        rate_day, lpr, least(cap, loan.cap_ppm), new_months, new_method, new_day_count, drawn, ends) returning * into loan;
    perform core.hold_person(z, person.id, 'loan', 'loan:' || new_code, core.day(at));
    insert into eligibility.loan_layer (zone_id, loan_id, position, payer, formula, from_on, until_on)
    select z, loan.id, u.place, u.p, u.f, u.a, u.b
    from unnest(payers, formulas, starts, stops) with ordinality as u (p, f, a, b, place);
    perform eligibility.store_installments(loan, 1, false, froms, untils, dues, principals, interests, balances);
    return core.finish(z, request, digest, at, 'loan', 'open', 'loan:' || new_code,
        jsonb_build_object('bank', new_bank, 'principal', principal, 'rate', rate, 'months', new_months),
        array[new_code]);
end $$;
select core.expose('eligibility.open_loan', 'officer');
