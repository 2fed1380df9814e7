-- Orders the next part of each of some claims as one batch; all of them or none.
create or replace function eligibility.order_payments(
    request uuid, digest bytea, at timestamptz, new_code text, wanted text[], is_retry boolean
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    claims bigint[];
    bad record;
    batch bigint;
    sums record;
begin
    prior := core.begin('cashier', z, request, digest, at);
    if prior is not null then return prior; end if;
    claims := array(select c.id from eligibility.claim c where c.zone_id = z and c.code = any (wanted) order by c.id for update);
    if cardinality(claims) < (select count(distinct w) from unnest(wanted) w) then
        perform core.missing('claim', (select w from unnest(wanted) w
            where not exists (select from eligibility.claim c where c.zone_id = z and c.code = w) limit 1));
    end if;
    select p.*, case
            when p.under_way then 'payment_under_way'
            when p.state <> 'approved' and not (p.state = 'in_payment' and p.part <= p.parts) then 'claim_allows_step'
            when is_retry and p.returned_from is null then 'payment_was_returned'
            when p.is_loan then 'payment_of_no_loan'
            when p.payee_id is null then 'payment_has_payee'
            when p.payee_id = p.returned_from then 'payment_account_corrected'
            when p.due_on > core.day(at) then 'payment_part_due' end as rule
        into bad from eligibility.payable(z, claims) p
    where p.under_way or p.state not in ('approved', 'in_payment') or p.part > p.parts or p.is_loan or p.payee_id is null
        or p.payee_id = p.returned_from or p.due_on > core.day(at) or is_retry and p.returned_from is null
    order by p.claim_id limit 1;
    if found then
        perform core.reject(bad.rule, bad.claim_code, case bad.rule when 'payment_part_due' then bad.due_on::text else bad.state end, 'batch');
    end if;
    perform eligibility.refuse_own_payees(z, claims);
    select count(*)::int as payments, sum(p.amount_fen)::bigint as fen into sums from eligibility.payable(z, claims) p;
    new_code := coalesce(new_code, core.next_code('PB', at));
    insert into eligibility.payment_batch (zone_id, code, ordered_at, payments, total_fen, digest)
    values (z, new_code, at, sums.payments, sums.fen, '') returning id into batch;
    insert into eligibility.payment (zone_id, code, batch_id, claim_id, award_id, payee_id, part, attempt, amount_fen)
    select z, core.next_code('PM', at), batch, p.claim_id, p.award_id, p.payee_id, p.part, p.attempt, p.amount_fen
    from eligibility.payable(z, claims) p order by p.claim_id;
    update eligibility.payment_batch b set digest = eligibility.batch_digest(batch) where b.id = batch;
    update eligibility.claim c set state = t.to_state from eligibility.claim_transition t
    where c.id = any (claims) and t.from_state = c.state and t.act = 'batch';
    return core.finish(z, request, digest, at, 'payment', case when is_retry then 'retry' else 'batch' end, 'batch:' || new_code,
        jsonb_build_object('payments', sums.payments, 'fen', sums.fen), array[new_code, sums.payments::text, sums.fen::text]);
end $$;
select core.expose('eligibility.order_payments', 'cashier');
