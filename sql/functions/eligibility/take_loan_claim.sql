-- The approved claim that a loan is drawn on: the borrower's, under the same policy, for no less; it is in payment from now on,
-- quarter by quarter. Part of `open_loan`.
create or replace function eligibility.take_loan_claim(z bigint, wanted text, borrower bigint, policy_code text, principal bigint)
returns bigint language plpgsql set search_path = core, pg_temp as $$
declare
    c eligibility.claim;
begin
    select * into c from eligibility.claim k where k.zone_id = z and k.code = wanted for update;
    if not found then perform core.missing('claim', wanted); end if;
    if c.person_id is distinct from borrower or not exists (
        select from eligibility.award a join eligibility.policy p on p.id = a.policy_id
        where a.claim_id = c.id and a.state = 'reserved' and p.code = policy_code and a.principal_fen >= principal) then
        perform core.reject('loan_claimed', wanted);
    end if;
    c := eligibility.step_claim(c, 'batch');
    return c.id;
end $$;
