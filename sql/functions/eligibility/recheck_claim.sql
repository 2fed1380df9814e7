-- The last review: another reviewer, everything decided anew, and the money reserved, unless it was granted before, a cap
-- or a budget is used up.
create or replace function eligibility.recheck_claim(
    request uuid, digest bytea, at timestamptz, wanted text, s eligibility.assessment
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    c eligibility.claim;
    n eligibility.claim_next_step;
    d eligibility.decision;
    a eligibility.award;
begin
    prior := core.begin('reviewer', z, request, digest, at);
    if prior is not null then return prior; end if;
    c := eligibility.claim_to_change(z, wanted, at);
    select * into n from eligibility.claim_next_step k where k.claim_id = c.id;
    if n.kind is distinct from 'recheck' then
        perform core.reject('claim_allows_step', wanted, c.state, case when n.kind is null then 'recheck' else 'recheck ' || n.code end);
    end if;
    perform eligibility.take_review(c, n.code, 'approved', null, at);
    perform eligibility.check_assessment(c, s);
    d := eligibility.insert_decision(z, c.person_id, case when c.person_id is null then c.organization_id end, c.version_id, null, at, s);
    a := eligibility.reserve_award(c, at, d.id, s.amount_fen, s.principal_fen, s.months, s.cap_fen, s.funder);
    perform eligibility.meet_clocks(c, core.day(at));
    c := eligibility.step_claim(c, 'recheck');
    update eligibility.claim k set decision_id = d.id where k.id = c.id;
    return core.finish(z, request, digest, at, 'claim', 'recheck', 'claim:' || wanted,
        jsonb_build_object('step', n.code, 'decision', d.code, 'fen', a.amount_fen, 'deducted', a.deducted_fen),
        array[wanted, c.state, a.amount_fen::text, a.deducted_fen::text, d.code]);
end $$;
select core.expose('eligibility.recheck_claim', 'reviewer');
