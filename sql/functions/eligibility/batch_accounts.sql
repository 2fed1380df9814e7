-- The lines of a batch with its accounts, still sealed; only for an export that is logged and committed already.
create or replace function eligibility.batch_accounts(request uuid)
returns table (payment text, claim text, holder text, bank text, bank_code text, amount_fen bigint, ref uuid, sealed bytea, wrapped bytea)
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    batch eligibility.payment_batch;
begin
    if z is null then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    select * into batch from eligibility.payment_batch b
    where b.zone_id = z and b.export_request = batch_accounts.request and b.exported_by = session_user
        and b.export_xact is distinct from pg_current_xact_id_if_assigned();
    if not found then perform core.reject('export_logged_first'); end if;
    return query
        select p.code, c.code, coalesce(n.name, o.name), y.bank, y.bank_code, p.amount_fen, y.ref, y.number, k.wrapped
        from eligibility.payment p
        join eligibility.claim c on c.id = p.claim_id
        join eligibility.payee y on y.id = p.payee_id
        left join core.person n on n.id = y.person_id
        left join core.organization o on o.id = y.organization_id
        left join core.person_key k on k.ref = y.ref and k.zone_id = z
        where p.batch_id = batch.id order by p.code collate "C";
end $$;
select core.expose('eligibility.batch_accounts', 'cashier');
