-- Grants a claim its amount: unique for whom it counts, within caps, and reserved from the budgets of the year. `funder` is
-- the zone that holds the project, where the policy lets it pay. Locks the applicant's records, the applicant, keys, cap
-- and budgets, in this order, everywhere. Part of verbs, which hold the claim's row.
create or replace function eligibility.reserve_award(
    c eligibility.claim, at timestamptz, decision bigint, amount bigint, principal bigint, months int, cap bigint, funder text
) returns eligibility.award language plpgsql set search_path = core, pg_temp as $$
declare
    applicant text;
    a eligibility.award;
    b eligibility.benefit;
    k record;
begin
    select * into b from eligibility.benefit f where f.version_id = c.version_id and f.code = c.benefit_code;
    -- Whoever corrects an id number or a licence meanwhile comes before, and is seen, or after, and finds the award.
    perform from core.person p where p.zone_id = c.zone_id and (p.id in (c.person_id, c.spouse_id) or p.id in (
        select m.merged_into from core.person m where m.id in (c.person_id, c.spouse_id))) order by p.id for share;
    perform from core.organization o where o.zone_id = c.zone_id and o.id = c.organization_id for share;
    applicant := eligibility.applicant_key(c);
    perform pg_advisory_xact_lock(hashtextextended('eligibility.award ' || applicant, 0));
    if amount is null or amount <= 0 then perform core.reject('award_amount_positive', c.code); end if;
    a.deducted_fen := eligibility.deduction(c, applicant, amount);
    b.cap_scope := eligibility.cap_scope(c.version_id, c.benefit_code);
    if b.cap_scope is not null then
        a.cap_key := (select min(s.key) from eligibility.keys_of(c, array[b.cap_scope]) s);
    end if;
    insert into eligibility.award (zone_id, claim_id, policy_id, version_id, benefit_code, decision_id, applicant_key,
        amount_fen, deducted_fen, principal_fen, months, cap_scope, cap_key, reserved_on)
    values (c.zone_id, c.id, c.policy_id, c.version_id, c.benefit_code, decision, applicant, amount - a.deducted_fen,
        a.deducted_fen, principal, reserve_award.months, b.cap_scope, a.cap_key, core.day(at))
    returning * into a;
    for k in select * from eligibility.keys_of(c, b.once_per) loop
        insert into eligibility.award_key (zone_id, award_id, policy_id, benefit_code, scope, key, person_id, organization_id)
        values (c.zone_id, a.id, c.policy_id, c.benefit_code, k.scope, k.key, k.person_id, k.organization_id)
        on conflict (policy_id, benefit_code, scope, key) where is_active do nothing;
        if not found then perform eligibility.refuse_twice(c, k.scope, k.key); end if;
    end loop;
    if b.cap_scope is not null then
        perform eligibility.use_cap(c.policy_id, b.cap_scope, a.cap_key, cap, a.amount_fen);
    end if;
    perform eligibility.reserve_parts(c, a, b.payers, at, funder);
    return a;
end $$;
