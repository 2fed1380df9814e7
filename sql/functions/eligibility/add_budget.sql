-- A year's money of one layer for a policy in the zone.
create or replace function eligibility.add_budget(
    request uuid, digest bytea, at timestamptz, new_code text, policy_code text, new_year int, new_layer text, amount bigint
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    policy bigint;
    budget bigint;
begin
    prior := core.begin('admin', z, request, digest, at);
    if prior is not null then return prior; end if;
    select p.id into policy from eligibility.policy p join eligibility.policy_zone pz on pz.policy_id = p.id and pz.zone_id = z
    where p.code = policy_code;
    if not found then perform core.missing('policy', policy_code); end if;
    if amount is null or amount <= 0 then perform core.reject('budget_amount_positive'); end if;
    if amount > 1000000000000000 then perform core.reject('budget_total_in_range'); end if;
    new_code := coalesce(new_code, core.next_code('BU', at));
    insert into eligibility.budget (zone_id, code, policy_id, year, layer, total_fen)
    values (z, new_code, policy, new_year, new_layer, 0) returning id into budget;
    perform eligibility.move_money(at, budget, 'allot', 'source', 'free', amount, 'budget:' || new_code);
    return core.finish(z, request, digest, at, 'budget', 'add', 'budget:' || new_code,
        jsonb_build_object('policy', policy_code, 'year', new_year, 'layer', new_layer, 'fen', amount), array[new_code, amount::text]);
end $$;
select core.expose('eligibility.add_budget', 'admin');
