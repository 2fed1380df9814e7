-- Who and what a claim counts for in each of some scopes; refused where the claim does not say it. Part of verbs.
create or replace function eligibility.keys_of(c eligibility.claim, scopes text[])
returns table (scope text, key text, person_id bigint, organization_id bigint)
language plpgsql stable set search_path = core, pg_temp as $$
declare
    lacking text;
    org core.organization;
begin
    select * into org from core.organization o where o.zone_id = c.zone_id and o.id = c.organization_id;
    lacking := (
        select s from unnest(scopes) as s
        where case s when 'person' then c.person_id is null when 'org' then org.id is null
            when 'licence' then org.credit_code is null when 'site' then c.site is null
            when 'family' then c.person_id is null or c.spouse_id is null and not c.no_spouse end limit 1);
    if lacking is not null then perform core.reject('claim_says_for_whom', c.code, lacking); end if;
    return query
        select s, coalesce(kept.identity_id, own.identity_id)::text, own.id, null::bigint
        from unnest(scopes) as s
        join core.person own on own.zone_id = c.zone_id
            and (own.id = c.person_id and s in ('person', 'family') or own.id = c.spouse_id and s = 'family')
        left join core.person kept on kept.id = own.merged_into
        union all
        select s, eligibility.licence_key(org), null, org.id from unnest(scopes) as s where s in ('org', 'licence')
        union all
        select s, c.site, null, null from unnest(scopes) as s where s = 'site'
        order by 1, 2;
end $$;
