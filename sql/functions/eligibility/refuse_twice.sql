-- Says that a benefit was granted for the same person, family, licence or site before; by which claim only to its own
-- zone. Part of verbs.
create or replace function eligibility.refuse_twice(c eligibility.claim, scope text, key text) returns void
language plpgsql set search_path = core, pg_temp as $$
begin
    perform core.reject('award_once', scope, coalesce((
        select k.code from eligibility.award_key h
        join eligibility.award a on a.id = h.award_id join eligibility.claim k on k.id = a.claim_id
        where h.is_active and (h.policy_id, h.benefit_code, h.scope, h.key)
            = (c.policy_id, c.benefit_code, refuse_twice.scope, refuse_twice.key) and a.zone_id = c.zone_id), ''));
end $$;
