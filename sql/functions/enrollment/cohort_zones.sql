-- Which zones take part in the cohorts that the session may see; a zone's own rows of the party table would not tell.
create or replace function enrollment.cohort_zones() returns table (cohort_id bigint, hosts text[], guests text[])
language plpgsql stable security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    region boolean := core.regional();
begin
    if z is null and not region then
        raise exception using errcode = 'ZB403', message = 'no active zone', constraint = 'zone_needed', detail = '';
    end if;
    return query
    select p.cohort_id, coalesce(array_agg(o.code order by o.code) filter (where p.level = 'host'), '{}'),
        coalesce(array_agg(o.code order by o.code) filter (where p.level = 'guest'), '{}')
    from enrollment.cohort_party p join core.zone o on o.id = p.zone_id
    where region or p.cohort_id in (select own.cohort_id from enrollment.cohort_party own where own.zone_id = z)
    group by p.cohort_id;
end $$;
select core.expose('enrollment.cohort_zones', 'reader'), core.expose('enrollment.cohort_zones', 'joint_office');
