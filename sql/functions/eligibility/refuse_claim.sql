-- A reviewer who did not enter the claim refuses it, with a reason that the applicant is told.
create or replace function eligibility.refuse_claim(request uuid, digest bytea, at timestamptz, wanted text, reason text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    c eligibility.claim;
    before text;
begin
    prior := core.begin('reviewer', z, request, digest, at);
    if prior is not null then return prior; end if;
    c := eligibility.claim_to_change(z, wanted, at);
    before := c.state;
    perform eligibility.refuse_author(c);
    perform eligibility.take_review(c, s.code, 'refused', reason, at)
    from eligibility.claim_next_step s where s.claim_id = c.id;
    c := eligibility.step_claim(c, 'refuse');
    perform eligibility.close_claim(c, at);
    perform eligibility.tell_claimant(c, at, 'claim_refused', wanted, reason);
    return core.finish(z, request, digest, at, 'claim', 'refuse', 'claim:' || wanted,
        jsonb_build_object('from', before, 'reason', reason), array[wanted, c.state]);
end $$;
select core.expose('eligibility.refuse_claim', 'reviewer');
