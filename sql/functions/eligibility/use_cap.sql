-- Counts an amount under a policy's cap, or takes it off (negative); refused beyond the cap. Part of verbs.
create or replace function eligibility.use_cap(policy bigint, cap_scope text, cap_key text, cap bigint, amount bigint)
returns void language plpgsql set search_path = core, pg_temp as $$
begin
    if amount <= 0 then
        update eligibility.award_cap c set used_fen = c.used_fen + amount
        where (c.policy_id, c.scope, c.key) = (policy, cap_scope, cap_key);
        return;
    end if;
    if amount > cap then perform core.reject('cap_not_exceeded', cap_scope, cap::text, '0'); end if;
    insert into eligibility.award_cap as c values (policy, cap_scope, cap_key, cap, amount)
    on conflict (policy_id, scope, key) do update set cap_fen = excluded.cap_fen, used_fen = c.used_fen + excluded.used_fen
    where c.used_fen + excluded.used_fen <= excluded.cap_fen;
    if not found then
        perform core.reject('cap_not_exceeded', cap_scope, cap::text, (
            select c.used_fen::text from eligibility.award_cap c
            where (c.policy_id, c.scope, c.key) = (policy, cap_scope, cap_key)));
    end if;
end $$;
