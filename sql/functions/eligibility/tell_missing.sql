-- Notes the documents that a claim lacks, all of them and once: what was not told then may not be asked for later. Part of
-- verbs.
create or replace function eligibility.tell_missing(c eligibility.claim, lacking text[], reason text, at timestamptz)
returns void language plpgsql set search_path = core, pg_temp as $$
declare
    told text[];
    late text;
begin
    select t.missing into told from eligibility.claim_told t where t.claim_id = c.id;
    if not found then
        insert into eligibility.claim_told (zone_id, claim_id, told_on, missing, reason)
        values (c.zone_id, c.id, core.day(at), lacking, reason);
        return;
    end if;
    late := (select l from unnest(lacking) as l where l <> all (told) limit 1);
    if late is not null then perform core.reject('claim_told_once', c.code, late); end if;
end $$;
