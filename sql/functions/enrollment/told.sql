-- Outcomes of several enrollments as an answer: outcome, code, reason (the part after `|`), three by three. Part of verbs.
create or replace function enrollment.told(outcome text, codes text[]) returns text[]
language sql immutable set search_path = core, pg_temp as $$
    select coalesce(array_agg(u.x order by c.i, u.j), '{}') from unnest(codes) with ordinality c (code, i),
        unnest(array[outcome, split_part(c.code, '|', 1), nullif(substr(c.code, strpos(c.code || '|', '|') + 1), '')])
            with ordinality u (x, j)
$$;
