-- Money that came back, once for each of the bank's references; it is free in the budget again. A claim of which all came
-- back is at its end.
create or replace function eligibility.receive_clawback(
    request uuid, digest bytea, at timestamptz, wanted text, amount bigint, on_day date, bank_reference text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    c eligibility.claim;
    case_file eligibility.clawback;
    award bigint;
begin
    prior := core.begin('cashier', z, request, digest, at);
    if prior is not null then return prior; end if;
    select k.* into c from eligibility.claim k join eligibility.clawback b on b.claim_id = k.id
    where b.zone_id = z and b.code = wanted for update of k;
    if not found then perform core.missing('clawback', wanted); end if;
    if on_day > core.day(at) then perform core.reject('receipt_day_by_now', on_day::text); end if;
    insert into eligibility.clawback_receipt (zone_id, clawback_id, reference, amount_fen, received_on)
    select z, b.id, bank_reference, amount, on_day from eligibility.clawback b where b.zone_id = z and b.code = wanted;
    update eligibility.clawback b set received_fen = b.received_fen + amount,
        closed_on = case when b.received_fen + amount = b.amount_fen then core.day(at) end
    where b.zone_id = z and b.code = wanted returning * into case_file;
    select a.id into award from eligibility.award a where a.claim_id = c.id and a.state <> 'released' for update;
    perform eligibility.pay_award(award, at, 'recover', amount, 'claim:' || c.code || '/clawback:' || wanted);
    if c.state = 'paid' and eligibility.counted(award) = 0 then
        c := eligibility.step_claim(c, 'claw_back');
        update eligibility.claim k set closed_on = core.day(at) where k.id = c.id;
        perform core.release_person(z, 'claim:' || c.code, core.day(at));
    end if;
    return core.finish(z, request, digest, at, 'clawback', 'receive', 'clawback:' || wanted,
        jsonb_build_object('fen', amount, 'on', on_day, 'reference', bank_reference),
        array[wanted, case_file.received_fen::text, (case_file.amount_fen - case_file.received_fen)::text]);
end $$;
select core.expose('eligibility.receive_clawback', 'cashier');
