-- Allows one look at the accounts of a batch, for the bank's file: logged first, given out then by `eligibility.batch_accounts`.
create or replace function eligibility.export_batch(request uuid, digest bytea, at timestamptz, wanted text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    batch eligibility.payment_batch;
begin
    prior := core.begin('cashier', z, request, digest, at);
    if prior is not null then return prior; end if;
    select * into batch from eligibility.payment_batch b where b.zone_id = z and b.code = wanted for update;
    if not found then perform core.missing('batch', wanted); end if;
    if batch.state = 'cancelled' then perform core.reject('batch_not_sent', wanted, batch.state); end if;
    if batch.digest <> eligibility.batch_digest(batch.id) then perform core.reject('batch_sums_its_payments', wanted); end if;
    update eligibility.payment_batch b set state = 'exported', exported_at = coalesce(b.exported_at, at),
        export_request = request, exported_by = session_user, export_xact = pg_current_xact_id()
    where b.id = batch.id;
    return core.finish(z, request, digest, at, 'payment', 'export', 'batch:' || wanted,
        jsonb_build_object('payments', batch.payments, 'fen', batch.total_fen, 'again', batch.exported_at is not null),
        array[wanted, batch.payments::text, batch.total_fen::text, encode(batch.digest, 'hex')]);
end $$;
select core.expose('eligibility.export_batch', 'cashier');
