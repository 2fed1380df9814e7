-- The right of first contact for a lead, if nobody has it: a right whose holder was silent for too long has ended on the
-- day after its silence. Answers the holder; two who report in the same instant are told apart by the exclusion constraint.
create or replace function handoff.claim_first(l handoff.lead, today date) returns handoff.first_claim
language plpgsql set search_path = core, pg_temp as $$
declare
    silence int := handoff.period_days('silence', today);
    c handoff.first_claim;
begin
    update handoff.first_claim f set period = daterange(lower(f.period), h.heartbeat_on + silence + 1)
    from handoff.lead h
    where h.id = f.lead_id and f.credit_code = l.credit_code and f.period @> today and h.heartbeat_on + silence < today;
    insert into handoff.first_claim (credit_code, zone_id, lead_id, period)
    values (l.credit_code, l.zone_id, l.id, daterange(today, today + handoff.period_days('protection', today)))
    on conflict on constraint claim_one_zone_at_a_time do nothing returning * into c;
    if not found then
        select * into c from handoff.first_claim f where f.credit_code = l.credit_code and f.period @> today;
    end if;
    return c;
end $$;
