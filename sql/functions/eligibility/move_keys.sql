-- What a record was granted counts for another natural person or licence from now on. Part of triggers.
create or replace function eligibility.move_keys(person bigint, org bigint, new_key text) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    a eligibility.award;
begin
    for a in
        select w.* from eligibility.award w
        where w.id in (select k.award_id from eligibility.award_key k where (k.person_id = person or k.organization_id = org))
            or w.claim_id in (
                select c.id from eligibility.claim c
                where c.person_id = person or c.person_id is null and c.organization_id = org)
        order by w.id for update
    loop
        if a.cap_key is not null and a.state <> 'released' and exists (
            select from eligibility.claim c where c.id = a.claim_id and case when a.cap_scope in ('person', 'family')
                then c.person_id = person else c.organization_id = org and a.cap_scope in ('org', 'licence') end
        ) and a.cap_key <> new_key then
            perform eligibility.use_cap(a.policy_id, a.cap_scope, a.cap_key, null, -eligibility.counted(a.id));
            perform eligibility.use_cap(a.policy_id, a.cap_scope, new_key,
                (select k.cap_fen from eligibility.award_cap k where (k.policy_id, k.scope, k.key) = (a.policy_id, a.cap_scope, a.cap_key)),
                eligibility.counted(a.id));
            update eligibility.award w set cap_key = new_key where w.id = a.id;
        end if;
        update eligibility.award w set applicant_key = new_key
        where w.id = a.id and exists (
            select from eligibility.claim c where c.id = w.claim_id
                and (c.person_id = person or c.person_id is null and c.organization_id = org));
    end loop;
    update eligibility.award_key k set key = new_key
    where (k.person_id = person or k.organization_id = org) and k.key <> new_key;
end $$;
