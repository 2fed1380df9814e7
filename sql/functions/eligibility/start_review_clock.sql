-- Starts the clock of the claim's next review, if there is one. Part of verbs.
create or replace function eligibility.start_review_clock(c eligibility.claim, on_day date) returns void
language plpgsql set search_path = core, pg_temp as $$
begin
    perform eligibility.start_clock(c, s.code, s.days, s.unit, on_day)
    from eligibility.claim_next_step s where s.claim_id = c.id;
end $$;
