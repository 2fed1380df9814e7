-- A new entry of the catalogue; a list comes before its columns.
create or replace function eligibility.add_fact(
    request uuid, digest bytea, at timestamptz,
    new_name text, new_type text, new_unit text, new_name_zh text, new_name_en text, new_evidence text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    known eligibility.fact;
begin
    prior := core.begin('officer', z, request, digest, at);
    if prior is not null then return prior; end if;
    if new_name like '%.%' and not exists (
        select from eligibility.fact f where f.name = split_part(new_name, '.', 1) and f.type = 'rows') then
        perform core.reject('fact_column_of_list', new_name);
    end if;
    -- Packs may name the same fact; it is one fact as long as it means the same.
    select * into known from eligibility.fact f where f.name = new_name;
    if found then
        if (known.type, known.unit) is distinct from (new_type, new_unit) then
            perform core.reject('fact_means_one_thing', new_name, known.type, coalesce(known.unit, ''));
        end if;
        return core.answer(request, digest, at, array[new_name]);
    end if;
    insert into eligibility.fact (name, type, unit, name_zh, name_en, evidence)
    values (new_name, new_type, new_unit, new_name_zh, new_name_en, new_evidence);
    return core.finish(z, request, digest, at, 'fact', 'add', 'fact:' || new_name,
        jsonb_build_object('type', new_type, 'unit', new_unit), array[new_name]);
end $$;
select core.expose('eligibility.add_fact', 'officer');
