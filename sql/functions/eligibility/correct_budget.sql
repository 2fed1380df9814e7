-- A budget's total, raised or lowered; never under what is reserved and paid.
create or replace function eligibility.correct_budget(
    request uuid, digest bytea, at timestamptz, wanted text, new_total bigint, reason text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    b eligibility.budget;
    moved boolean := true;
begin
    prior := core.begin('admin', z, request, digest, at);
    if prior is not null then return prior; end if;
    select * into b from eligibility.budget k where k.zone_id = z and k.code = wanted for update;
    if not found then perform core.missing('budget', wanted); end if;
    if new_total is null or new_total <= 0 then perform core.reject('budget_amount_positive'); end if;
    if new_total > 1000000000000000 then perform core.reject('budget_total_in_range'); end if;
    if b.closed_on is not null then perform core.reject('budget_open', wanted, b.closed_on::text); end if;
    if new_total > b.total_fen then
        moved := eligibility.move_money(at, b.id, 'correct', 'source', 'free', new_total - b.total_fen, 'budget:' || wanted);
    elsif new_total < b.total_fen then
        moved := eligibility.move_money(at, b.id, 'correct', 'free', 'source', b.total_fen - new_total, 'budget:' || wanted);
    end if;
    if not moved then perform core.reject('budget_covers_reserved', wanted, (b.reserved_fen + b.paid_fen)::text); end if;
    return core.finish(z, request, digest, at, 'budget', 'correct', 'budget:' || wanted,
        jsonb_build_object('from', b.total_fen, 'to', new_total, 'reason', reason), array[wanted, new_total::text]);
end $$;
select core.expose('eligibility.correct_budget', 'admin');
