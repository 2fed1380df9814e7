-- What other policies' awards to the same applicant take off this one, by the exclusions of this version, or of theirs;
-- refused where nothing is left. The other claim is named only to the zone whose it is. Part of verbs.
create or replace function eligibility.deduction(c eligibility.claim, applicant text, amount bigint) returns bigint
language plpgsql set search_path = core, pg_temp as $$
declare
    o record;
    total bigint := 0;
begin
    for o in
        select distinct on (a.id) p.code as policy, case when a.zone_id = c.zone_id then k.code else '' end as claim, x.mode,
            eligibility.counted(a.id) as fen
        from eligibility.award a
        join eligibility.claim k on k.id = a.claim_id
        join eligibility.policy p on p.id = a.policy_id
        join eligibility.policy own on own.id = c.policy_id
        join eligibility.exclusion x on x.version_id = c.version_id and x.other_policy = p.code
            or x.version_id = a.version_id and x.other_policy = own.code and x.mode in ('not-both', 'higher-only')
        where a.applicant_key = applicant and a.policy_id <> c.policy_id and a.state in ('reserved', 'ended') and x.mode <> 'none'
        order by a.id, x.mode desc
    loop
        if o.mode = 'not-both' then perform core.reject('award_excluded', o.policy, o.claim, o.mode); end if;
        total := total + o.fen;
        if total >= amount then perform core.reject('award_excluded', o.policy, o.claim, o.mode); end if;
    end loop;
    return total;
end $$;
