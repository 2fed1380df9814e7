-- A claim lapses: a promised document did not come in time, or a returned claim was not answered in the policy's days.
create or replace function eligibility.lapse_claim(request uuid, digest bytea, at timestamptz, wanted text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    c eligibility.claim;
    because text;
    since date;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    c := eligibility.claim_to_change(z, wanted, at);
    select r.code, r.promised_until into because, since from eligibility.claim_requirement r
    where r.claim_id = c.id and r.document_code is null and r.promised_until < core.day(at) order by r.promised_until limit 1;
    if not found then
        select 'ANSWER', d.due_on into because, since from core.deadline d
        where d.subject = 'claim:' || wanted and c.state = 'returned' and d.leg ~ '^ANSWER' and d.met_on is null
            and d.due_on < core.day(at);
        if not found then perform core.reject('claim_overdue', wanted); end if;
    end if;
    c := eligibility.step_claim(c, 'lapse');
    perform eligibility.close_claim(c, at);
    perform eligibility.tell_claimant(c, at, 'claim_lapsed', wanted, because, since::text);
    return core.finish(z, request, digest, at, 'claim', 'lapse', 'claim:' || wanted,
        jsonb_build_object('because', because, 'since', since), array[wanted, c.state, because]);
end $$;
select core.expose('eligibility.lapse_claim', 'officer');
