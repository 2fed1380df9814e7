-- What would be paid next of claims: the part, the amount out of what is reserved, the account in use. Part of `order_payments`
-- and of what lists read.
create or replace function eligibility.payable(z bigint, claims bigint[])
returns table (claim_id bigint, claim_code text, state text, award_id bigint, part int, parts int, attempt int, amount_fen bigint,
    payee_id bigint, under_way boolean, returned_from bigint, due_on date, is_loan boolean)
language sql stable set search_path = core, pg_temp as $$
    select c.id, c.code, c.state, a.id, d.part, d.parts, d.attempt, r.fen / greatest(d.parts - d.part + 1, 1),
        coalesce(
            (select p.id from eligibility.payee p where p.zone_id = z and p.person_id = c.person_id and p.replaced_on is null),
            (select p.id from eligibility.payee p where p.zone_id = z and p.organization_id = c.organization_id and p.replaced_on is null)),
        d.under_way, d.returned_from, (a.reserved_on + make_interval(months => d.part - 1))::date, a.principal_fen is not null
    from eligibility.claim c
    left join eligibility.award a on a.claim_id = c.id and a.state = 'reserved'
    left join lateral (
        select coalesce(sum(t.reserved_fen), 0)::bigint as fen from eligibility.award_part t where t.award_id = a.id) r on true
    cross join lateral (
        select coalesce(a.months, 1) as parts, (count(*) filter (where p.state = 'paid'))::int + 1 as part,
            coalesce(bool_or(p.state = 'ordered'), false) as under_way,
            (count(*) filter (where p.state in ('returned', 'cancelled')))::int + 1 as attempt,
            (array_agg(p.payee_id order by p.id desc) filter (where p.state = 'returned'))[1] as returned_from
        from eligibility.payment p where p.claim_id = c.id) d
    where c.zone_id = z and c.id = any (claims)
$$;
