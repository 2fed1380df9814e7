-- Refuses a bank's file that does not say what was sent: a foreign line, one twice, a changed cell, one missing, or the
-- opposite of what is on record. Facts name the payment, never the account. Part of `import_results`.
create or replace function eligibility.check_results(
    batch eligibility.payment_batch, is_partial boolean, today date, codes text[], amounts bigint[], holders text[],
    indexes bytea[], outcomes text[], days date[]
) returns void language plpgsql set search_path = core, pg_temp as $$
declare
    bad record;
begin
    select u.code into bad from unnest(codes) as u (code) group by u.code having count(*) > 1 limit 1;
    if found then perform core.reject('result_line_once', bad.code); end if;
    select u.code into bad from unnest(codes) as u (code)
    where not exists (select from eligibility.payment p where p.batch_id = batch.id and p.code = u.code) limit 1;
    if found then perform core.reject('result_of_batch', bad.code, batch.code); end if;
    select u.code, p.amount_fen, u.amount,
        case when u.amount <> p.amount_fen then 'amount' when u.holder <> coalesce(n.name, o.name) then 'holder'
            when u.number_index <> y.number_index then 'account' when p.state = 'returned' and u.outcome = 'paid' then 'outcome'
            when u.day > today or u.day < core.day(batch.ordered_at) then 'day' end as cell into bad
    from unnest(codes, amounts, holders, indexes, outcomes, days) as u (code, amount, holder, number_index, outcome, day)
    join eligibility.payment p on p.batch_id = batch.id and p.code = u.code
    join eligibility.payee y on y.id = p.payee_id
    left join core.person n on n.id = y.person_id left join core.organization o on o.id = y.organization_id
    where u.amount <> p.amount_fen or u.holder <> coalesce(n.name, o.name) or u.number_index <> y.number_index
        or p.state = 'returned' and u.outcome = 'paid' or u.day > today or u.day < core.day(batch.ordered_at) limit 1;
    if found then
        perform core.reject('result_as_ordered', bad.code, bad.cell,
            case bad.cell when 'amount' then bad.amount_fen::text else '' end, case bad.cell when 'amount' then bad.amount::text else '' end);
    end if;
    if not is_partial then
        select p.code into bad from eligibility.payment p
        where p.batch_id = batch.id and p.state = 'ordered' and p.code <> all (codes) order by p.code limit 1;
        if found then perform core.reject('result_line_missing', bad.code); end if;
    end if;
end $$;
