-- The applicant claims: for the first time, or again after a return; everything is decided anew by the facts of now. The
-- clock of receipt starts.
create or replace function eligibility.submit_claim(
    request uuid, digest bytea, at timestamptz, wanted text, s eligibility.assessment
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    c eligibility.claim;
    d eligibility.decision;
    again boolean;
    due date;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    c := eligibility.claim_to_change(z, wanted, at);
    perform eligibility.check_unclaimed(c);
    perform eligibility.check_assessment(c, s);
    d := eligibility.insert_decision(z, c.person_id, case when c.person_id is null then c.organization_id end, c.version_id, null, at, s);
    again := c.state = 'returned';
    perform eligibility.meet_clocks(c, core.day(at));
    update eligibility.claim k set decision_id = d.id, submitted_on = core.day(at), received_on = null,
        applied_on = coalesce(k.applied_on, core.day(at)), deemed = false, published_on = null, notice_until = null,
        round = k.round + again::int,
        entered_by = case when session_user = any (k.entered_by) then k.entered_by else k.entered_by || session_user::text end
    where k.id = c.id;
    c := eligibility.step_claim(c, 'submit');
    select eligibility.start_clock(c, p.code, p.days, p.unit, core.day(at)) into due
    from eligibility.procedure p where p.version_id = c.version_id and p.kind = 'receive' order by p.position limit 1;
    return core.finish(z, request, digest, at, 'claim', 'submit', 'claim:' || wanted,
        jsonb_build_object('decision', d.code, 'round', c.round), array[wanted, c.state, due::text]);
end $$;
select core.expose('eligibility.submit_claim', 'officer');
