-- Tells whoever applies: the person, else the organization. Part of verbs.
create or replace function eligibility.tell_claimant(c eligibility.claim, at timestamptz, kind text, variadic facts text[])
returns void language sql set search_path = core, pg_temp as $$
    select core.notify(c.zone_id, at, coalesce(
        (select 'person:' || p.code from core.person p where p.id = c.person_id),
        (select 'org:' || o.code from core.organization o where o.id = c.organization_id)), 'claim:' || c.code, kind, variadic facts)
$$;
