-- The zones behind a list of codes; part of the verbs that share something.
create or replace function schedule.zones_named(codes text[]) returns bigint[]
language plpgsql stable set search_path = core, pg_temp as $$
declare
    wanted text;
    named core.zone;
    found_ids bigint[] := '{}';
begin
    foreach wanted in array coalesce(codes, '{}') loop
        select * into named from core.zone where code = wanted;
        if not found then perform core.missing('zone', wanted); end if;
        if named.closed_on is not null then perform core.reject('zone_open', wanted, named.closed_on::text); end if;
        found_ids := found_ids || named.id;
    end loop;
    return found_ids;
end $$;
