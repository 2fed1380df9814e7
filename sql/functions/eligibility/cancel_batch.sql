-- Takes a batch back that no file was made of: its claims may be ordered again.
create or replace function eligibility.cancel_batch(request uuid, digest bytea, at timestamptz, wanted text, why text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    batch eligibility.payment_batch;
    claims bigint[];
begin
    prior := core.begin('cashier', z, request, digest, at);
    if prior is not null then return prior; end if;
    claims := array(
        select c.id from eligibility.claim c where c.zone_id = z and c.id in (
            select p.claim_id from eligibility.payment p join eligibility.payment_batch b on b.id = p.batch_id
            where b.zone_id = z and b.code = wanted) order by c.id for update);
    select * into batch from eligibility.payment_batch b where b.zone_id = z and b.code = wanted for update;
    if not found then perform core.missing('batch', wanted); end if;
    if batch.state <> 'open' then perform core.reject('batch_not_sent', wanted, batch.state); end if;
    update eligibility.payment_batch b set state = 'cancelled' where b.id = batch.id;
    update eligibility.payment p set state = 'cancelled' where p.batch_id = batch.id;
    -- A claim of which a part was paid, or came back, stays in payment.
    update eligibility.claim c set state = t.to_state from eligibility.claim_transition t
    where c.id = any (claims) and t.from_state = c.state and t.act = 'unbatch' and not exists (
        select from eligibility.payment p where p.claim_id = c.id and p.state in ('paid', 'returned'));
    return core.finish(z, request, digest, at, 'payment', 'cancel', 'batch:' || wanted,
        jsonb_build_object('reason', why, 'payments', batch.payments), array[wanted, batch.payments::text]);
end $$;
select core.expose('eligibility.cancel_batch', 'cashier');
