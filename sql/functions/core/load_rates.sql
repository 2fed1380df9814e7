-- Fixings of the loan prime rate; a fixing that was loaded before with other figures is refused, not overwritten.
create or replace function core.load_rates(
    request uuid, digest bytea, at timestamptz, days date[], one_year bigint[], five_year bigint[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    clash date;
    added int;
begin
    prior := core.begin('admin', null, request, digest, at, regional => true);
    if prior is not null then return prior; end if;
    select r.published_on into clash from core.loan_prime_rate r
    join unnest(days, one_year, five_year) as u (d, a, b) on u.d = r.published_on
    where (r.one_year_ppm, r.five_year_ppm) <> (u.a, u.b) limit 1;
    if found then perform core.reject('rate_published_once', clash::text); end if;
    insert into core.loan_prime_rate select d, a, b from unnest(days, one_year, five_year) as u (d, a, b)
    on conflict do nothing;
    get diagnostics added = row_count;
    if added = 0 then return core.answer(request, digest, at, array['0', cardinality(days)::text]); end if;
    return core.finish(z, request, digest, at, 'rate', 'load', 'rate:lpr',
        jsonb_build_object('added', added), array[added::text, cardinality(days)::text]);
end $$;
select core.expose('core.load_rates', 'admin');
