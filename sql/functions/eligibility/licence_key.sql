-- By what an organization is known in all zones: its credit code, else only here.
create or replace function eligibility.licence_key(o core.organization) returns text
language sql stable set search_path = core, pg_temp as
$$ select coalesce(o.credit_code, 'org ' || o.zone_id || ' ' || o.id) $$;
