-- The claim of a zone, locked; received by silence where the policy says so and nobody told in time. Part of verbs.
create or replace function eligibility.claim_to_change(z bigint, wanted text, at timestamptz) returns eligibility.claim
language plpgsql set search_path = core, pg_temp as $$
declare
    c eligibility.claim;
    due date;
begin
    select * into c from eligibility.claim k where k.zone_id = z and k.code = wanted for update;
    if not found then perform core.missing('claim', wanted); end if;
    if c.state <> 'submitted' or not exists (
        select from eligibility.deemed_version v where v.version_id = c.version_id and v.valid_from <= core.day(at)) then
        return c;
    end if;
    select d.due_on into due from core.deadline d
    where d.subject = 'claim:' || c.code and d.met_on is null and d.due_on < core.day(at);
    if not found then return c; end if;
    c := eligibility.step_claim(c, 'receive');
    update eligibility.claim k set received_on = due, deemed = true where k.id = c.id returning * into c;
    perform eligibility.meet_clocks(c, due);
    perform eligibility.start_review_clock(c, due);
    return c;
end $$;
