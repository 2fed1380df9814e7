-- What was granted before under a policy to those for whom a claim counts, in whichever zone: benefit, scope, amount, day.
create or replace function eligibility.received_before(wanted text)
returns table (benefit_code text, scope text, amount_fen bigint, on_day date)
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    c eligibility.claim;
    scope_of_cap text;
begin
    if z is null then raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed'; end if;
    select * into c from eligibility.claim k where k.zone_id = z and k.code = wanted;
    if not found then perform core.missing('claim', wanted); end if;
    scope_of_cap := eligibility.cap_scope(c.version_id, c.benefit_code);
    if scope_of_cap is null then return; end if;
    return query
        select a.benefit_code, a.cap_scope, eligibility.counted(a.id), a.reserved_on
        from eligibility.award a
        where a.policy_id = c.policy_id and a.cap_scope = scope_of_cap and a.claim_id <> c.id and a.state <> 'released'
            and a.cap_key = (select min(k.key) from eligibility.keys_of(c, array[scope_of_cap]) k)
        order by a.id;
end $$;
select core.expose('eligibility.received_before', 'reader');
