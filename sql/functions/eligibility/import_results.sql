-- A bank's answer to a batch: what was paid and what came back. The file is taken whole or not at all; the same file again,
-- and lines that say what is on record, change nothing.
create or replace function eligibility.import_results(
    request uuid, digest bytea, at timestamptz, wanted text, sha256 bytea, is_partial boolean, codes text[], amounts bigint[],
    holders text[], indexes bytea[], outcomes text[], reasons text[], bank_references text[], days date[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    batch eligibility.payment_batch;
    claims bigint[];
    paid bigint[];
    returned bigint[];
begin
    prior := core.begin('cashier', z, request, digest, at);
    if prior is not null then return prior; end if;
    claims := array(
        select c.id from eligibility.claim c where c.zone_id = z and c.id in (
            select p.claim_id from eligibility.payment p join eligibility.payment_batch b on b.id = p.batch_id
            where b.zone_id = z and b.code = wanted) order by c.id for update);
    select * into batch from eligibility.payment_batch b where b.zone_id = z and b.code = wanted for update;
    if not found then perform core.missing('batch', wanted); end if;
    if batch.state <> 'exported' then perform core.reject('batch_sent', wanted, batch.state); end if;
    if exists (select from eligibility.payment_result r where r.batch_id = batch.id and r.file_sha256 = sha256) then
        return core.answer(request, digest, at, array['0', '0']);
    end if;
    perform eligibility.check_results(batch, is_partial, core.day(at), codes, amounts, holders, indexes, outcomes, days);
    select coalesce(array_agg(p.id order by p.id) filter (where u.outcome = 'paid'), '{}'),
        coalesce(array_agg(p.id order by p.id) filter (where u.outcome = 'returned'), '{}') into paid, returned
    from unnest(codes, outcomes) as u (code, outcome)
    join eligibility.payment p on p.batch_id = batch.id and p.code = u.code and p.state <> u.outcome;
    perform eligibility.book_results(z, paid, returned, at);
    update eligibility.payment p set state = u.outcome, settled_on = u.day, reason = u.reason,
        bank_reference = u.reference, bounced = p.state = 'paid' and u.outcome = 'returned'
    from unnest(codes, outcomes, days, reasons, bank_references) as u (code, outcome, day, reason, reference)
    where p.batch_id = batch.id and p.code = u.code and p.id = any (paid || returned);
    perform eligibility.close_paid(z, claims, core.day(at));
    insert into eligibility.payment_result values (z, batch.id, sha256, at, cardinality(paid), cardinality(returned));
    return core.finish(z, request, digest, at, 'payment', 'import-result', 'batch:' || wanted,
        jsonb_build_object('file', encode(sha256, 'hex'), 'paid', cardinality(paid), 'returned', cardinality(returned)),
        array[cardinality(paid)::text, cardinality(returned)::text]);
end $$;
select core.expose('eligibility.import_results', 'cashier');
