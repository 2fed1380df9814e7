-- The documents that a claim lacks: neither there nor promised. Part of verbs.
create or replace function eligibility.missing_documents(c eligibility.claim) returns text[]
language sql stable set search_path = core, pg_temp as $$
    select coalesce(array_agg(r.code order by r.position), '{}') from eligibility.claim_requirement r
    where r.claim_id = c.id and r.document_code is null and r.promised_until is null
$$;
