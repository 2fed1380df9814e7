-- Money that was paid is claimed back, at once or in monthly instalments; never more than was paid and is not claimed back yet.
create or replace function eligibility.open_clawback(
    request uuid, digest bytea, at timestamptz, new_code text, wanted text, amount bigint, why text, instalments int, first_due date
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    c eligibility.claim;
    there bigint;
    clawback bigint;
begin
    prior := core.begin('reviewer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select * into c from eligibility.claim k where k.zone_id = z and k.code = wanted for update;
    if not found then perform core.missing('claim', wanted); end if;
    there := (select coalesce(sum(t.paid_fen), 0) from eligibility.award a join eligibility.award_part t on t.award_id = a.id
            where a.claim_id = c.id and a.state <> 'released')
        - (select coalesce(sum(k.amount_fen - k.received_fen), 0) from eligibility.clawback k where k.claim_id = c.id);
    amount := coalesce(amount, there);
    if amount > there or there <= 0 then perform core.reject('clawback_within_paid', wanted, amount::text, there::text); end if;
    if first_due < core.day(at) then perform core.reject('clawback_due_later', first_due::text); end if;
    new_code := coalesce(new_code, core.next_code('CB', at));
    insert into eligibility.clawback (zone_id, code, claim_id, amount_fen, reason, opened_on)
    values (z, new_code, c.id, amount, why, core.day(at)) returning id into clawback;
    -- Equal parts; the last takes the remainder.
    insert into eligibility.clawback_instalment (zone_id, clawback_id, number, due_on, amount_fen)
    select z, clawback, n, (first_due + make_interval(months => n - 1))::date,
        case when n < instalments then amount / instalments else amount - amount / instalments * (instalments - 1) end
    from generate_series(1, instalments) n;
    return core.finish(z, request, digest, at, 'claim', 'clawback', 'claim:' || wanted,
        jsonb_build_object('clawback', new_code, 'fen', amount, 'instalments', instalments, 'reason', why),
        array[new_code, amount::text]);
end $$;
select core.expose('eligibility.open_clawback', 'reviewer');
