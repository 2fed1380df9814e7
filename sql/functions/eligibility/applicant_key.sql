-- The natural person or the licence behind a claim. Part of verbs.
create or replace function eligibility.applicant_key(c eligibility.claim) returns text
language sql stable set search_path = core, pg_temp as $$
    select k.key from eligibility.keys_of(c, array[case when c.person_id is null then 'org' else 'person' end]) k limit 1
$$;
