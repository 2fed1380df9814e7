-- A reviewer takes the next step of a claim and finds it in order; the clock of the step after it starts.
create or replace function eligibility.review_claim(request uuid, digest bytea, at timestamptz, wanted text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    c eligibility.claim;
    s eligibility.claim_next_step;
begin
    prior := core.begin('reviewer', z, request, digest, at);
    if prior is not null then return prior; end if;
    c := eligibility.claim_to_change(z, wanted, at);
    select * into s from eligibility.claim_next_step n where n.claim_id = c.id;
    if s.kind is distinct from 'review' then
        perform core.reject('claim_allows_step', wanted, c.state, case when s.kind is null then 'review' else 'review ' || s.code end);
    end if;
    perform eligibility.take_review(c, s.code, 'approved', null, at);
    perform eligibility.meet_clocks(c, core.day(at));
    c := eligibility.step_claim(c, 'review');
    perform eligibility.start_review_clock(c, core.day(at));
    return core.finish(z, request, digest, at, 'claim', 'review', 'claim:' || wanted, jsonb_build_object('step', s.code),
        array[wanted, c.state, s.code]);
end $$;
select core.expose('eligibility.review_claim', 'reviewer');
