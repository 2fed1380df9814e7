-- A lead is reported. With a credit code it carries the right of first contact, unless another report came first; leads
-- of a similar name are told as a warning.
create or replace function handoff.register_lead(
    request uuid, digest bytea, at timestamptz, new_code text, org_name text, org_code text, new_industry text,
    new_source text, new_region text, new_currency text, new_investment bigint
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    l handoff.lead;
    c handoff.first_claim;
    similar_leads text;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    new_code := coalesce(new_code, core.next_code('XL', at));
    select string_agg(s.found, ', ') into similar_leads from (
        select k.code || ' ' || o.code as found from handoff.lead o join core.zone k on k.id = o.zone_id
        where o.name_key = handoff.name_key(org_name) and o.credit_code is distinct from org_code order by o.id limit 5) s;
    insert into handoff.lead (zone_id, code, organization, name_key, credit_code, industry, source, region, currency,
        investment, registered_at, heartbeat_on)
    values (z, new_code, org_name, handoff.name_key(org_name), org_code, new_industry, new_source, new_region, new_currency,
        new_investment, at, core.day(at)) returning * into l;
    if org_code is not null then c := handoff.claim_first(l, core.day(at)); end if;
    perform core.start_deadline(z, 'lead:' || new_code, 'route', 'working', handoff.period_days('lead_route', core.day(at)), core.day(at));
    perform core.start_deadline(z, 'lead:' || new_code, 'assess', 'working', handoff.period_days('lead_assess', core.day(at)), core.day(at));
    return core.finish(z, request, digest, at, 'lead', 'register', 'lead:' || new_code,
        jsonb_build_object('industry', new_industry, 'first', c.lead_id is not distinct from l.id),
        array[new_code, case when c.id is null then 'unprotected' when c.lead_id = l.id then 'first'
            when c.zone_id = z then 'duplicate' else 'second' end,
            (select k.code from core.zone k where k.id = c.zone_id), (upper(c.period) - 1)::text, similar_leads]);
end $$;
select core.expose('handoff.register_lead', 'coordinator');
