-- Public notice: from today for the policy's days anybody may object.
create or replace function eligibility.publish_claim(request uuid, digest bytea, at timestamptz, wanted text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    c eligibility.claim;
    p eligibility.procedure;
    until date;
begin
    prior := core.begin('reviewer', z, request, digest, at);
    if prior is not null then return prior; end if;
    c := eligibility.claim_to_change(z, wanted, at);
    select * into p from eligibility.procedure q where q.version_id = c.version_id and q.kind = 'publish' order by q.position limit 1;
    if not found then perform core.reject('policy_publishes', wanted); end if;
    perform eligibility.refuse_author(c);
    c := eligibility.step_claim(c, 'publish');
    until := core.due_day(core.day(at), p.days, p.unit);
    update eligibility.claim k set published_on = core.day(at), notice_until = until where k.id = c.id;
    perform eligibility.start_clock(c, p.code, p.days, p.unit, core.day(at));
    perform core.notify(z, at, 'zone:' || (select k.code from core.zone k where k.id = z), 'claim:' || wanted, 'claim_published',
        wanted, until::text, (select a.amount_fen::text from eligibility.award a where a.claim_id = c.id and a.state <> 'released'));
    return core.finish(z, request, digest, at, 'claim', 'publish', 'claim:' || wanted, jsonb_build_object('until', until),
        array[wanted, c.state, until::text]);
end $$;
select core.expose('eligibility.publish_claim', 'reviewer');
