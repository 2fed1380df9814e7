-- An amount by shares in parts per million, each part cut to whole fen, the last taking the remainder. Part of verbs.
create or replace function eligibility.split_fen(amount bigint, shares bigint[]) returns bigint[]
language sql immutable parallel safe set search_path = core, pg_temp as $$
    with part as (
        select s.n, div(amount::numeric * s.share, 1000000)::bigint as fen
        from unnest(shares) with ordinality as s (share, n)
    )
    select array_agg(case when p.n < cardinality(shares) then p.fen
        else amount - coalesce((select sum(q.fen) from part q where q.n < cardinality(shares)), 0)::bigint end order by p.n)
    from part p
$$;
