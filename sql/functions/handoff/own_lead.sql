-- The zone's lead of a code, locked. Part of the verbs.
create or replace function handoff.own_lead(z bigint, wanted text) returns handoff.lead
language plpgsql set search_path = core, pg_temp as $$
declare
    l handoff.lead;
begin
    select * into l from handoff.lead o where o.code = wanted and o.zone_id = z for update;
    if not found then perform core.missing('lead', wanted); end if;
    return l;
end $$;
