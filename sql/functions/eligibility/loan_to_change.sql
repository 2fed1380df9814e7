-- Locks an open loan as it was when the change was reckoned, and moves on its revision.
create or replace function eligibility.loan_to_change(z bigint, wanted text, expected int) returns eligibility.loan
language plpgsql set search_path = core, pg_temp as $$
declare
    loan eligibility.loan;
begin
    select * into loan from eligibility.loan l where l.zone_id = z and l.code = wanted for no key update;
    if not found then perform core.missing('loan', wanted); end if;
    if loan.state <> 'open' then perform core.reject('loan_open', wanted); end if;
    if loan.revision <> expected then perform core.reject('loan_as_it_was_reckoned', wanted); end if;
    update eligibility.loan l set revision = l.revision + 1 where l.id = loan.id returning * into loan;
    return loan;
end $$;
