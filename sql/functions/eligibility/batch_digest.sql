-- SHA-256 over a batch's lines: what was ordered, to the fen.
create or replace function eligibility.batch_digest(batch bigint) returns bytea
language sql stable set search_path = core, pg_temp as $$
    select sha256(convert_to(coalesce(string_agg(p.code || '|' || c.code || '|' || p.amount_fen, E'\n' order by p.code collate "C"), ''), 'UTF8'))
    from eligibility.payment p join eligibility.claim c on c.id = p.claim_id where p.batch_id = batch
$$;
