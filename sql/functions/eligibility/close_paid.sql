-- Claims of which every part is paid have reached their end. Part of `import_results`, which holds the claims' rows.
create or replace function eligibility.close_paid(z bigint, claims bigint[], on_day date) returns void
language sql set search_path = core, pg_temp as $$
    with done as (
        update eligibility.claim c set state = t.to_state, closed_on = on_day
        from eligibility.claim_transition t, eligibility.award a
        where c.zone_id = z and c.id = any (claims) and t.from_state = c.state and t.act = 'pay' and a.claim_id = c.id
            and a.state = 'reserved' and a.principal_fen is null and coalesce(a.months, 1) = (
                select count(*) from eligibility.payment p where p.claim_id = c.id and p.state = 'paid')
        returning c.code)
    select core.release_people(z, array_agg('claim:' || done.code), on_day) from done
$$;
