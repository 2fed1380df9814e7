-- One step of a claim's review by whoever is logged in: never by one who entered it, nor by one who took another step.
-- Part of verbs.
create or replace function eligibility.take_review(c eligibility.claim, step text, outcome text, reason text, at timestamptz)
returns void language plpgsql set search_path = core, pg_temp as $$
begin
    perform eligibility.refuse_author(c);
    insert into core.review (zone_id, subject, step, entered_by, reviewed_by, outcome, reason, at)
    values (c.zone_id, 'claim:' || c.code || case when c.round > 1 then '/' || c.round else '' end, step, c.entered_by[1],
        session_user, outcome, reason, at);
end $$;
