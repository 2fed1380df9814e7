-- A bank's answer to a quarter's list: which of its lines are paid and which overdue. The same file again changes nothing.
create or replace function eligibility.answer_settlement(
    request uuid, digest bytea, at timestamptz, quarter date, wanted_bank text, sha256 bytea, paid bigint[], overdue bigint[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    run eligibility.settlement;
    open_lines bigint[];
    loans bigint[];
begin
    prior := core.begin('cashier', z, request, digest, at);
    if prior is not null then return prior; end if;
    select * into run from eligibility.settlement s where s.zone_id = z and s.quarter_end = quarter for no key update;
    if not found then perform core.missing('settlement', quarter::text); end if;
    if exists (select from eligibility.settlement_reply r
        where r.settlement_id = run.id and r.bank = wanted_bank and r.file_sha256 = sha256) then
        return core.answer(request, digest, at, array['0', '0']);
    end if;
    -- Lock order everywhere: the run, claims, loans, lines, awards, budgets.
    perform from eligibility.claim c where c.zone_id = z and c.id in (
        select n.claim_id from eligibility.loan n where n.zone_id = z and n.bank = wanted_bank and n.state = 'open')
    order by c.id for update;
    loans := array(
        select l.id from eligibility.loan l where l.zone_id = z and l.bank = wanted_bank and l.id in (
            select i.loan_id from eligibility.settlement_line s join eligibility.loan_installment i on i.id = s.installment_id
            where s.settlement_id = run.id) order by l.id for no key update);
    open_lines := array(
        select s.id from eligibility.settlement_line s join eligibility.loan_installment i on i.id = s.installment_id
        where s.settlement_id = run.id and s.state = 'listed' and i.loan_id = any (loans) order by s.id);
    if open_lines = '{}' then perform core.reject('settlement_answered_once', wanted_bank, quarter::text); end if;
    if open_lines <> array(select unnest(paid || overdue) order by 1) then
        perform core.reject('settlement_answered_whole', wanted_bank);
    end if;
    insert into eligibility.settlement_reply values (z, run.id, wanted_bank, sha256, at);
    perform eligibility.fund_lines(z, at, 'commit', paid);
    perform eligibility.fund_lines(z, at, 'release', overdue);
    update eligibility.settlement_line s set state = 'paid' where s.id = any (paid);
    update eligibility.settlement_share h set amount_fen = 0 where h.line_id = any (overdue);
    update eligibility.settlement_line s set state = 'overdue', borrower_fen = s.interest_fen, subsidy_fen = 0
    where s.id = any (overdue);
    insert into eligibility.loan_overdue (zone_id, installment_id, since)
    select z, i.id, i.due_on from eligibility.settlement_line s join eligibility.loan_installment i on i.id = s.installment_id
    where s.id = any (overdue) on conflict do nothing;
    update eligibility.loan l set revision = l.revision + 1 where l.id in (
        select i.loan_id from eligibility.settlement_line s join eligibility.loan_installment i on i.id = s.installment_id
        where s.id = any (overdue));
    perform eligibility.close_repaid(z, loans, at);
    return core.finish(z, request, digest, at, 'settlement', 'reply', 'settlement:' || z || ':' || quarter,
        jsonb_build_object('bank', wanted_bank, 'file', encode(sha256, 'hex'), 'paid', cardinality(paid), 'overdue', cardinality(overdue)),
        array[cardinality(paid)::text, cardinality(overdue)::text]);
end $$;
select core.expose('eligibility.answer_settlement', 'cashier');
