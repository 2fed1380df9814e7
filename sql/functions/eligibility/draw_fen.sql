-- An amount out of several accounts in the proportion of what is in them, to the fen and never more than is there: each
-- gives its part, cut to whole fen, of what is still asked for from it and those after it. Part of verbs.
create or replace function eligibility.draw_fen(amount bigint, accounts bigint[]) returns bigint[]
language plpgsql immutable parallel safe set search_path = core, pg_temp as $$
declare
    asked bigint := amount;
    there bigint := (select sum(a) from unnest(accounts) as a);
    part bigint;
    parts bigint[] := '{}';
begin
    for i in 1 .. cardinality(accounts) loop
        part := case when there > 0 then div(asked::numeric * accounts[i], there)::bigint else 0 end;
        parts := parts || part;
        asked := asked - part;
        there := there - accounts[i];
    end loop;
    return parts;
end $$;
