-- Takes one step of a claim by the table of steps, or refuses it. Part of verbs, which hold the claim's row.
create or replace function eligibility.step_claim(c eligibility.claim, act text) returns eligibility.claim
language plpgsql set search_path = core, pg_temp as $$
declare
    stepped eligibility.claim;
begin
    update eligibility.claim k set state = t.to_state from eligibility.claim_transition t
    where k.id = c.id and t.from_state = k.state and t.act = step_claim.act returning k.* into stepped;
    if not found then perform core.reject('claim_allows_step', c.code, c.state, step_claim.act); end if;
    return stepped;
end $$;
