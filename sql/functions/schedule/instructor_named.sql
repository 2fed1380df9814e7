-- The instructor behind a code, for a zone that may know of them, null for none named; part of the verbs that place a
-- session.
create or replace function schedule.instructor_named(z bigint, wanted text) returns bigint
language plpgsql stable set search_path = core, pg_temp as $$
declare
    found_id bigint;
begin
    if wanted is null then return null; end if;
    select i.id into found_id
    from schedule.instructor i join schedule.instructor_party p on p.instructor_id = i.id and p.zone_id = z
    where i.code = wanted;
    if not found then perform core.missing('instructor', wanted); end if;
    return found_id;
end $$;
