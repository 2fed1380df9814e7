-- Granted for good: after the public notice where the policy has one, without an objection open or upheld, no promise
-- overdue, and if deciding anew comes to what was reserved. The clock of payment starts.
create or replace function eligibility.approve_claim(
    request uuid, digest bytea, at timestamptz, wanted text, s eligibility.assessment
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    c eligibility.claim;
    a eligibility.award;
    o eligibility.claim_objection;
    overdue text;
begin
    prior := core.begin('reviewer', z, request, digest, at);
    if prior is not null then return prior; end if;
    c := eligibility.claim_to_change(z, wanted, at);
    perform eligibility.refuse_author(c);
    if c.state = 'rechecked' and exists (
        select from eligibility.procedure p where p.version_id = c.version_id and p.kind = 'publish') then
        perform core.reject('claim_published_first', wanted);
    end if;
    if c.state = 'in_notice' and c.notice_until >= core.day(at) then
        perform core.reject('notice_over', wanted, c.notice_until::text);
    end if;
    select * into o from eligibility.claim_objection b where b.claim_id = c.id and b.outcome is distinct from 'dismissed' limit 1;
    if found then perform core.reject('objections_dismissed', wanted, o.number::text, coalesce(o.outcome, '')); end if;
    select r.code into overdue from eligibility.claim_requirement r
    where r.claim_id = c.id and r.document_code is null and r.promised_until < core.day(at) limit 1;
    if found then perform core.reject('promise_kept', wanted, overdue); end if;
    c := eligibility.step_claim(c, 'approve');
    perform eligibility.check_assessment(c, s);
    select * into a from eligibility.award w where w.claim_id = c.id and w.state = 'reserved';
    if a.amount_fen + a.deducted_fen <> s.amount_fen or a.months is distinct from s.months then
        perform core.reject('award_amount_current', wanted, (a.amount_fen + a.deducted_fen)::text, coalesce(s.amount_fen::text, ''));
    end if;
    perform eligibility.meet_clocks(c, core.day(at));
    perform eligibility.start_clock(c, p.code, p.days, p.unit, core.day(at))
    from eligibility.procedure p where p.version_id = c.version_id and p.kind = 'pay' order by p.position limit 1;
    perform eligibility.tell_claimant(c, at, 'claim_approved', wanted, a.amount_fen::text);
    return core.finish(z, request, digest, at, 'claim', 'approve', 'claim:' || wanted, jsonb_build_object('fen', a.amount_fen),
        array[wanted, c.state, a.amount_fen::text]);
end $$;
select core.expose('eligibility.approve_claim', 'reviewer');
