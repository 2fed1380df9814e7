-- The one way in which money moves: a guarded update of a budget's row, and its entry in the ledger. False when the
-- account that it comes from has less, or nothing new may be reserved from the budget. Part of verbs.
create or replace function eligibility.move_money(
    moved_at timestamptz, budget bigint, what text, source text, target text, amount bigint, what_for text
) returns boolean language plpgsql set search_path = core, pg_temp as $$
begin
    with moved as (
        update eligibility.budget b set
            total_fen = b.total_fen + case when source = 'source' then amount when target = 'source' then -amount else 0 end,
            reserved_fen = b.reserved_fen + case when target = 'reserved' then amount when source = 'reserved' then -amount else 0 end,
            paid_fen = b.paid_fen + case when target = 'paid' then amount when source = 'paid' then -amount else 0 end
        where b.id = budget and (what <> 'reserve' or b.closed_on is null)
            and case source when 'free' then b.total_fen - b.reserved_fen - b.paid_fen when 'reserved' then b.reserved_fen
                when 'paid' then b.paid_fen else amount end >= amount
        returning b.zone_id
    )
    insert into eligibility.budget_entry (zone_id, budget_id, at, act, from_account, to_account, amount_fen, reference)
    select m.zone_id, budget, moved_at, what, source, target, amount, what_for from moved m;
    return found;
end $$;
