create or replace function core.add_organization(
    request uuid, digest bytea, at timestamptz,
    new_code text, new_name text, new_kind text, new_credit_code text, new_registered_on date, new_industry text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    new_code := coalesce(new_code, core.next_code('O', at));
    insert into core.organization (zone_id, code, name, kind, credit_code, registered_on, industry)
    values (z, new_code, new_name, new_kind, new_credit_code, new_registered_on, new_industry);
    return core.finish(z, request, digest, at, 'org', 'add', 'org:' || z || ':' || new_code,
        jsonb_build_object('code', new_code, 'kind', new_kind), array[new_code, new_name]);
end $$;
select core.expose('core.add_organization', 'officer');
