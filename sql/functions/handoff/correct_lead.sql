-- What was entered wrongly about a lead; what is null stays. With another credit code its right of first contact ends, and
-- it stands last for that firm.
create or replace function handoff.correct_lead(
    request uuid, digest bytea, at timestamptz, wanted text, org_name text, org_code text, new_industry text,
    new_source text, new_region text, new_currency text, new_investment bigint, why text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    l handoff.lead;
    n handoff.lead;
    c handoff.first_claim;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    l := handoff.own_lead(z, wanted);
    update handoff.lead o set organization = coalesce(org_name, o.organization),
        name_key = handoff.name_key(coalesce(org_name, o.organization)), credit_code = coalesce(org_code, o.credit_code),
        industry = coalesce(new_industry, o.industry), source = coalesce(new_source, o.source),
        region = coalesce(new_region, o.region), currency = coalesce(new_currency, o.currency),
        investment = coalesce(new_investment, o.investment)
    where o.id = l.id returning * into n;
    if n.credit_code is distinct from l.credit_code then
        delete from handoff.first_claim f where f.lead_id = l.id and lower(f.period) >= core.day(at);
        update handoff.first_claim f set period = daterange(lower(f.period), core.day(at))
        where f.lead_id = l.id and f.period @> core.day(at);
        c := handoff.claim_first(n, core.day(at));
    else
        select * into c from handoff.first_claim f where f.credit_code = n.credit_code and f.period @> core.day(at);
    end if;
    return core.finish(z, request, digest, at, 'lead', 'correct', 'lead:' || wanted,
        jsonb_build_object('reason', why, 'before', to_jsonb(l) - 'id', 'after', to_jsonb(n) - 'id'),
        array[wanted, case when c.id is null then 'unprotected' when c.lead_id = n.id then 'first'
            when c.zone_id = z then 'duplicate' else 'second' end,
            (select k.code from core.zone k where k.id = c.zone_id), (upper(c.period) - 1)::text]);
end $$;
select core.expose('handoff.correct_lead', 'coordinator');
