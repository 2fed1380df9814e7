-- A claim goes back to the applicant: before receipt with everything that is missing, told at once; during the review with
-- a reason, by a reviewer who did not enter it. What was reserved is free again.
create or replace function eligibility.return_claim(request uuid, digest bytea, at timestamptz, wanted text, reason text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    reviewing boolean := core.has_role('reviewer', z);
    prior text[];
    c eligibility.claim;
    before text;
    lacking text[] := '{}';
    answer_days int;
begin
    prior := core.begin(case when reviewing then 'reviewer' else 'officer' end, z, request, digest, at);
    if prior is not null then return prior; end if;
    c := eligibility.claim_to_change(z, wanted, at);
    before := c.state;
    if before = 'submitted' then
        lacking := eligibility.missing_documents(c);
        perform eligibility.tell_missing(c, lacking, reason, at);
    elsif not reviewing then
        prior := core.begin('reviewer', z, request, digest, at);
    end if;
    if reason is null and cardinality(lacking) = 0 then perform core.reject('claim_return_has_reason', wanted); end if;
    if before in ('received', 'in_review') then
        perform eligibility.take_review(c, s.code, 'returned', reason, at)
        from eligibility.claim_next_step s where s.claim_id = c.id;
    elsif before <> 'submitted' then
        perform eligibility.refuse_author(c);
    end if;
    c := eligibility.step_claim(c, 'return');
    perform eligibility.release_award(c, at);
    perform eligibility.meet_clocks(c, core.day(at));
    answer_days := (
        select p.value::int from eligibility.parameter p where p.version_id = c.version_id and p.code = 'answer_days'
            and coalesce(p.valid_from, '2000-01-01') <= core.day(at) order by p.valid_from desc nulls last limit 1);
    perform eligibility.start_clock(c, 'ANSWER', answer_days, 'calendar', core.day(at));
    perform eligibility.tell_claimant(c, at, 'claim_returned', wanted, coalesce(reason, ''), array_to_string(lacking, ','));
    return core.finish(z, request, digest, at, 'claim', 'return', 'claim:' || wanted,
        jsonb_build_object('from', before, 'reason', reason, 'missing', to_jsonb(lacking)),
        array[wanted, c.state, array_to_string(lacking, ',')]);
end $$;
select core.expose('eligibility.return_claim', 'officer');
grant execute on function eligibility.return_claim(uuid, bytea, timestamptz, text, text) to zb_reviewer;
