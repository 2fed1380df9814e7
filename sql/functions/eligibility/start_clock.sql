-- Starts the clock of a step of a claim; a step of no days has none. Part of verbs.
create or replace function eligibility.start_clock(c eligibility.claim, step text, days int, unit text, on_day date) returns date
language sql set search_path = core, pg_temp as $$
    select core.start_deadline(c.zone_id, 'claim:' || c.code, step || case when c.round > 1 then '/' || c.round else '' end,
        unit, days, on_day)
    where days > 0
$$;
