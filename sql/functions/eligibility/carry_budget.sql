-- A year is over: what is free goes into the next year's budget of the same layer, which is made if it is not there;
-- what is reserved stays where it is until it is paid or released, and released money can be carried later.
create or replace function eligibility.carry_budget(request uuid, digest bytea, at timestamptz, wanted text, new_code text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    b eligibility.budget;
    target eligibility.budget;
    free bigint;
begin
    prior := core.begin('admin', z, request, digest, at);
    if prior is not null then return prior; end if;
    select * into b from eligibility.budget k where k.zone_id = z and k.code = wanted for update;
    if not found then perform core.missing('budget', wanted); end if;
    if core.day(at) <= make_date(b.year, 12, 31) then perform core.reject('budget_year_over', wanted, b.year::text); end if;
    free := b.total_fen - b.reserved_fen - b.paid_fen;
    if free = 0 and b.closed_on is not null then perform core.reject('budget_has_free', wanted); end if;
    insert into eligibility.budget (zone_id, code, policy_id, year, layer, total_fen)
    values (z, coalesce(new_code, core.next_code('BU', at)), b.policy_id, b.year + 1, b.layer, 0)
    on conflict on constraint budget_once_per_year_and_layer do nothing;
    select * into target from eligibility.budget k
    where (k.zone_id, k.policy_id, k.year, k.layer) = (z, b.policy_id, b.year + 1, b.layer) for update;
    if target.closed_on is not null then perform core.reject('budget_open', target.code, target.closed_on::text); end if;
    update eligibility.budget k set closed_on = coalesce(k.closed_on, core.day(at)) where k.id = b.id;
    if free > 0 then
        perform eligibility.move_money(at, b.id, 'carry', 'free', 'source', free, 'budget:' || target.code);
        perform eligibility.move_money(at, target.id, 'carry', 'source', 'free', free, 'budget:' || wanted);
    end if;
    return core.finish(z, request, digest, at, 'budget', 'carry', 'budget:' || wanted,
        jsonb_build_object('into', target.code, 'fen', free), array[wanted, target.code, free::text]);
end $$;
select core.expose('eligibility.carry_budget', 'admin');
