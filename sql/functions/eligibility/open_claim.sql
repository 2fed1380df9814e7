-- A claim for one benefit of a decision that said yes, under a version that is in force or may still be claimed late.
create or replace function eligibility.open_claim(
    request uuid, digest bytea, at timestamptz, new_code text, decision_code text, benefit text, spouse_code text,
    new_no_spouse boolean, new_site text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    d eligibility.decision;
    v eligibility.version;
    c eligibility.claim;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select * into d from eligibility.decision k where k.zone_id = z and k.code = decision_code;
    if not found then perform core.missing('decision', decision_code); end if;
    if d.verdict <> 'yes' then perform core.reject('claim_eligible', decision_code, d.verdict); end if;
    select * into v from eligibility.version k where k.id = d.version_id;
    if coalesce(v.late_claim_until, v.valid_until, 'infinity') < core.day(at) and v.anchor = 'application'
        or coalesce(d.window_until, 'infinity') < core.day(at) then
        perform core.reject('claim_in_time', decision_code, least(coalesce(v.late_claim_until, v.valid_until), d.window_until)::text);
    end if;
    c.benefit_code := coalesce(benefit, (
        select min(b.code) from eligibility.benefit b where b.version_id = v.id having count(*) = 1));
    if not exists (select from eligibility.benefit b where b.version_id = v.id and b.code = c.benefit_code) then
        perform core.reject('claim_names_benefit', (
            select string_agg(b.code, ',' order by b.position) from eligibility.benefit b where b.version_id = v.id));
    end if;
    if spouse_code is not null then
        c.spouse_id := (core.person_of(z, spouse_code)).id;
        if c.spouse_id is null then perform core.no_person(z, spouse_code); end if;
    end if;
    c.code := coalesce(new_code, core.next_code('CL', at));
    insert into eligibility.claim (zone_id, code, person_id, organization_id, spouse_id, no_spouse, site, policy_id, version_id,
        benefit_code, decision_id, entered_by, opened_at)
    values (z, c.code, d.person_id, coalesce(d.organization_id, (
            select p.organization_id from core.person p where p.zone_id = z and p.id = d.person_id)),
        c.spouse_id, new_no_spouse, new_site, v.policy_id, v.id, c.benefit_code, d.id, array[session_user::text], at)
    returning * into c;
    perform eligibility.check_unclaimed(c);
    if d.person_id is not null then perform core.hold_person(z, d.person_id, 'claim', 'claim:' || c.code, core.day(at)); end if;
    return core.finish(z, request, digest, at, 'claim', 'open', 'claim:' || c.code,
        jsonb_build_object('decision', decision_code, 'benefit', c.benefit_code), array[c.code, 'draft']);
end $$;
select core.expose('eligibility.open_claim', 'officer');
