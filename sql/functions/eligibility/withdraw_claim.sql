-- The applicant gives up a claim, at any time before it is in payment.
create or replace function eligibility.withdraw_claim(request uuid, digest bytea, at timestamptz, wanted text, reason text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    c eligibility.claim;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    c := eligibility.claim_to_change(z, wanted, at);
    c := eligibility.step_claim(c, 'withdraw');
    perform eligibility.close_claim(c, at);
    return core.finish(z, request, digest, at, 'claim', 'withdraw', 'claim:' || wanted, jsonb_build_object('reason', reason),
        array[wanted, c.state]);
end $$;
select core.expose('eligibility.withdraw_claim', 'officer');
