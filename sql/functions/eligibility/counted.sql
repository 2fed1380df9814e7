-- What an award counts for under a cap: what is reserved and what was paid. Part of verbs.
create or replace function eligibility.counted(award bigint) returns bigint
language sql stable set search_path = core, pg_temp as
$$ select coalesce(sum(p.reserved_fen + p.paid_fen), 0)::bigint from eligibility.award_part p where p.award_id = award $$;
