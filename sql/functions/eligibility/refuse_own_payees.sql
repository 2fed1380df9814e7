-- Four eyes: who changed an account does not order payments to it. Only sample databases waive this. Part of `order_payments`.
create or replace function eligibility.refuse_own_payees(z bigint, claims bigint[]) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    own text;
begin
    if (select sample from core.database) then return; end if;
    select p.claim_code into own from eligibility.payable(z, claims) p
    join eligibility.payee y on y.id = p.payee_id and y.set_by = session_user limit 1;
    if found then perform core.reject('payment_by_other_than_payee_author', own); end if;
end $$;
