-- A mistake mended with a reason; a null parameter leaves its field as it is.
create or replace function core.correct_organization(
    request uuid, digest bytea, at timestamptz, org_code text, reason text,
    new_name text, new_kind text, new_credit_code text, new_registered_on date, new_industry text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    old core.organization;
    mended core.organization;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select * into old from core.organization o where o.zone_id = z and o.code = org_code for update;
    if not found then perform core.missing('org', org_code); end if;
    update core.organization o set name = coalesce(new_name, o.name), kind = coalesce(new_kind, o.kind),
        credit_code = coalesce(new_credit_code, o.credit_code),
        registered_on = coalesce(new_registered_on, o.registered_on), industry = coalesce(new_industry, o.industry)
    where o.id = old.id returning * into mended;
    if mended = old then return core.answer(request, digest, at, array[org_code, mended.name]); end if;
    return core.finish(z, request, digest, at, 'org', 'correct', 'org:' || z || ':' || org_code,
        jsonb_build_object('reason', reason, 'old', to_jsonb(old) - 'id' - 'zone_id', 'new', to_jsonb(mended) - 'id' - 'zone_id'),
        array[org_code, mended.name]);
end $$;
select core.expose('core.correct_organization', 'officer');
