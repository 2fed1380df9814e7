-- Somebody objects to a claim while it is on public notice.
create or replace function eligibility.object_claim(
    request uuid, digest bytea, at timestamptz, wanted text, new_raised_by text, new_reason text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    c eligibility.claim;
    n int;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    c := eligibility.claim_to_change(z, wanted, at);
    if c.state <> 'in_notice' then perform core.reject('claim_allows_step', wanted, c.state, 'object'); end if;
    if c.notice_until < core.day(at) then perform core.reject('objection_in_time', wanted, c.notice_until::text); end if;
    n := (select count(*) + 1 from eligibility.claim_objection o where o.claim_id = c.id);
    insert into eligibility.claim_objection (zone_id, claim_id, number, at, raised_by, reason)
    values (z, c.id, n, object_claim.at, new_raised_by, new_reason);
    return core.finish(z, request, digest, at, 'claim', 'object', 'claim:' || wanted, jsonb_build_object('number', n),
        array[wanted, n::text]);
end $$;
select core.expose('eligibility.object_claim', 'officer');
