-- Whether an assessment still speaks for a claim: says yes, by the claim's version, and of every fact on record. Part of verbs.
create or replace function eligibility.check_assessment(c eligibility.claim, s eligibility.assessment) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    version text := (select v.code from eligibility.version v where v.id = c.version_id);
begin
    if s.facts_seen is distinct from coalesce((
        select max(f.id) from eligibility.fact_value f
        where f.zone_id = c.zone_id and (f.organization_id = c.organization_id or f.person_id in (
            select p.id from core.person p
            join core.person own on own.zone_id = c.zone_id and own.id = c.person_id
            where p.zone_id = c.zone_id and coalesce(p.merged_into, p.id) = coalesce(own.merged_into, own.id)))), 0) then
        perform core.reject('assessment_of_all_facts', c.code);
    end if;
    if s.version_code <> version then perform core.reject('claim_version_current', c.code, version, s.version_code); end if;
    if s.verdict <> 'yes' then perform core.reject('claim_eligible', c.code, s.verdict); end if;
end $$;
