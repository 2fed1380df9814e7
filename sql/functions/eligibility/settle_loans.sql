-- Lines of a quarter's run, each once: a payment that has a line, or a loan that changed since it was reckoned, is passed over
-- and comes with the next call. `shares` holds for each line so many amounts as its loan has layers, in a row.
create or replace function eligibility.settle_loans(
    request uuid, digest bytea, at timestamptz, quarter date, installments bigint[], revisions int[], borrowers bigint[],
    share_lines bigint[], share_positions int[], share_amounts bigint[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    run eligibility.settlement;
    done bigint[];
    subsidy bigint;
begin
    prior := core.begin('cashier', z, request, digest, at);
    if prior is not null then return prior; end if;
    if quarter >= core.day(at) then perform core.reject('settlement_quarter_over', quarter::text); end if;
    insert into eligibility.settlement (zone_id, quarter_end, settled_at) values (z, quarter, at) on conflict do nothing;
    select * into run from eligibility.settlement s where s.zone_id = z and s.quarter_end = quarter for no key update;
    -- In one order, so that two runs do not wait for each other; a change of a loan waits, or is seen by its revision.
    perform from eligibility.loan l where l.zone_id = z and l.id in (
        select i.loan_id from eligibility.loan_installment i where i.zone_id = z and i.id = any (installments))
    order by l.id for no key update;
    with line as (
        insert into eligibility.settlement_line (zone_id, settlement_id, installment_id, interest_fen, borrower_fen, subsidy_fen)
        select z, run.id, i.id, i.interest_fen, u.borrower, i.interest_fen - u.borrower
        from unnest(installments, revisions, borrowers) as u (id, revision, borrower)
        join eligibility.loan_installment i on i.zone_id = z and i.id = u.id and i.replaced_in is null and i.due_on <= quarter
        join eligibility.loan l on l.id = i.loan_id and l.revision = u.revision and l.state = 'open'
        on conflict on constraint line_once_an_installment do nothing returning *),
    share as (
        insert into eligibility.settlement_share (zone_id, line_id, position, payer, amount_fen)
        select z, line.id, u.position, y.payer, u.amount
        from unnest(share_lines, share_positions, share_amounts) as u (installment, position, amount)
        join line on line.installment_id = u.installment
        join eligibility.loan_installment i on i.id = line.installment_id
        join eligibility.loan_layer y on y.loan_id = i.loan_id and y.position = u.position)
    select coalesce(array_agg(line.id), '{}'), coalesce(sum(line.subsidy_fen), 0) into done, subsidy from line;
    perform eligibility.fund_lines(z, at, 'reserve', done);
    if done = '{}' then return core.answer(request, digest, at, array['0', '0']); end if;
    return core.finish(z, request, digest, at, 'settlement', 'settle', 'settlement:' || z || ':' || quarter,
        jsonb_build_object('lines', cardinality(done), 'subsidy', subsidy), array[cardinality(done)::text, subsidy::text]);
end $$;
select core.expose('eligibility.settle_loans', 'cashier');
