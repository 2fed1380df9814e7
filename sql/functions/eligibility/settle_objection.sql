-- An objection was looked into, by somebody who did not enter the claim: dismissed, or upheld; then the claim is not granted.
create or replace function eligibility.settle_objection(
    request uuid, digest bytea, at timestamptz, wanted text, objection int, new_outcome text, new_answer text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    c eligibility.claim;
begin
    prior := core.begin('reviewer', z, request, digest, at);
    if prior is not null then return prior; end if;
    c := eligibility.claim_to_change(z, wanted, at);
    perform eligibility.refuse_author(c);
    update eligibility.claim_objection o set outcome = new_outcome, answer = new_answer, settled_at = settle_objection.at,
        settled_by = session_user
    where o.claim_id = c.id and o.number = objection and o.outcome is null;
    if not found then perform core.missing('objection', wanted || ' ' || objection); end if;
    return core.finish(z, request, digest, at, 'claim', 'settle', 'claim:' || wanted,
        jsonb_build_object('number', objection, 'outcome', new_outcome), array[wanted, objection::text, new_outcome]);
end $$;
select core.expose('eligibility.settle_objection', 'reviewer');
