-- A document is promised now and brought later, where the policy allows it, within its days.
create or replace function eligibility.promise_document(request uuid, digest bytea, at timestamptz, wanted text, requirement text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    c eligibility.claim;
    r eligibility.claim_requirement;
    due date;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    c := eligibility.claim_to_change(z, wanted, at);
    if c.state not in ('draft', 'submitted', 'returned') then
        perform core.reject('claim_allows_step', wanted, c.state, 'promise');
    end if;
    select * into r from eligibility.claim_requirement q where q.claim_id = c.id and q.code = requirement;
    if not found then perform core.missing('requirement', requirement); end if;
    if r.deferrable_days is null then perform core.reject('requirement_deferrable', wanted, requirement); end if;
    if r.document_code is not null then perform core.reject('requirement_open', wanted, requirement, r.document_code); end if;
    due := core.day(at) + r.deferrable_days;
    insert into eligibility.claim_promise (zone_id, claim_id, requirement_code, promised_on, due_on)
    values (z, c.id, requirement, core.day(at), due);
    return core.finish(z, request, digest, at, 'claim', 'promise', 'claim:' || wanted,
        jsonb_build_object('requirement', requirement, 'until', due), array[wanted, requirement, due::text]);
end $$;
select core.expose('eligibility.promise_document', 'officer');
