-- Gives back what is still reserved of a claim's award; where nothing was paid, it may be granted again. Part of verbs,
-- which hold the claim's row.
create or replace function eligibility.release_award(c eligibility.claim, at timestamptz) returns void
language plpgsql set search_path = core, pg_temp as $$
declare
    a eligibility.award;
    p record;
begin
    select * into a from eligibility.award w where w.claim_id = c.id and w.state = 'reserved' for update;
    if not found then return; end if;
    if a.cap_key is not null then
        perform eligibility.use_cap(a.policy_id, a.cap_scope, a.cap_key, null,
            -(select coalesce(sum(t.reserved_fen), 0) from eligibility.award_part t where t.award_id = a.id)::bigint);
    end if;
    for p in
        select t.position, t.budget_id, t.reserved_fen as fen from eligibility.award_part t
        where t.award_id = a.id and t.reserved_fen > 0 order by t.budget_id, t.position
    loop
        update eligibility.award_part t set reserved_fen = 0 where t.award_id = a.id and t.position = p.position;
        if not eligibility.move_money(at, p.budget_id, 'release', 'reserved', 'free', p.fen, 'claim:' || c.code) then
            perform core.reject('award_covers_amount', 'release', p.fen::text, '');
        end if;
    end loop;
    update eligibility.award w set state = case when eligibility.counted(a.id) = 0 then 'released' else 'ended' end,
        ended_on = core.day(at)
    where w.id = a.id returning * into a;
    if a.state = 'released' then update eligibility.award_key k set is_active = false where k.award_id = a.id; end if;
end $$;
