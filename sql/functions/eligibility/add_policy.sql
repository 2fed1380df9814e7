-- A policy and the zones that it applies to; what it says is in its versions.
create or replace function eligibility.add_policy(
    request uuid, digest bytea, at timestamptz, new_code text, new_subject text, new_title_zh text, new_title_en text,
    new_authority text, new_document_number text, new_source text, new_confidence text, zones text[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    new_id bigint;
    unknown text;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    select w.code into unknown from unnest(zones) as w (code)
    where not exists (select from core.zone k where k.code = w.code) limit 1;
    if found then perform core.missing('zone', unknown); end if;
    new_code := coalesce(new_code, core.next_code('PO', at));
    insert into eligibility.policy (code, subject, title_zh, title_en, authority, document_number, source, confidence)
    values (new_code, new_subject, new_title_zh, new_title_en, new_authority, new_document_number, new_source, new_confidence)
    returning id into new_id;
    insert into eligibility.policy_zone select distinct new_id, k.id from core.zone k where k.code = any (zones);
    return core.finish(z, request, digest, at, 'policy', 'add', 'policy:' || new_code,
        jsonb_build_object('code', new_code, 'zones', zones), array[new_code]);
end $$;
select core.expose('eligibility.add_policy', 'officer');
