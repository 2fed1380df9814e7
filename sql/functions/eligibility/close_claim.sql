-- A claim comes to an end without money: what was reserved is free again, clocks stop, the person is needed no more. Part of
-- verbs, after the step.
create or replace function eligibility.close_claim(c eligibility.claim, at timestamptz) returns void
language plpgsql set search_path = core, pg_temp as $$
begin
    perform eligibility.release_award(c, at);
    update eligibility.claim k set closed_on = core.day(at) where k.id = c.id;
    update core.deadline d set paused_on = greatest(core.day(at), d.started_on)
    where d.zone_id = c.zone_id and d.subject = 'claim:' || c.code and d.met_on is null and d.paused_on is null;
    perform core.release_person(c.zone_id, 'claim:' || c.code, core.day(at));
end $$;
