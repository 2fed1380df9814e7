-- Refuses what was granted already to the same person, family, licence or site, here or elsewhere. Part of verbs; the grant
-- itself is kept apart by award_once.
create or replace function eligibility.check_unclaimed(c eligibility.claim) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    k record;
begin
    for k in
        select s.scope, s.key
        from eligibility.keys_of(c, (select b.once_per from eligibility.benefit b
            where b.version_id = c.version_id and b.code = c.benefit_code)) s
        join eligibility.award_key h on h.is_active
            and (h.policy_id, h.benefit_code, h.scope, h.key) = (c.policy_id, c.benefit_code, s.scope, s.key)
        limit 1
    loop
        perform eligibility.refuse_twice(c, k.scope, k.key);
    end loop;
end $$;
