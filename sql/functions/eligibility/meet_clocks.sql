-- The claim's running clocks end: what they ran for was done. Part of verbs.
create or replace function eligibility.meet_clocks(c eligibility.claim, on_day date) returns void
language sql set search_path = core, pg_temp as $$
    update core.deadline d set met_on = on_day, paused_on = null
    where d.zone_id = c.zone_id and d.subject = 'claim:' || c.code and d.met_on is null and d.paused_on is null
$$;
