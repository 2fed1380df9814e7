-- Nobody decides about a claim that they entered. Part of verbs.
create or replace function eligibility.refuse_author(c eligibility.claim) returns void
language plpgsql set search_path = core, pg_temp as $$
begin
    if session_user = any (c.entered_by) then perform core.reject('claim_decided_by_another', c.code); end if;
end $$;
