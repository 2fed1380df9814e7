-- The room behind a code, for a zone that may know of it; part of the verbs that place a session.
create or replace function schedule.venue_named(z bigint, wanted text) returns bigint
language plpgsql stable set search_path = core, pg_temp as $$
declare
    found_id bigint;
begin
    select v.id into found_id
    from schedule.venue v join schedule.venue_party p on p.venue_id = v.id and p.zone_id = z
    where v.code = wanted;
    if not found then perform core.missing('venue', wanted); end if;
    return found_id;
end $$;
