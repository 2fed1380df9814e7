-- The receiver proposes other terms of credit; the sender agrees, or withdraws.
create or replace function handoff.counter_handoff(
    request uuid, digest bytea, at timestamptz, wanted text, expected int, why text,
    standard int, named text[], points int[], doubles text[], minimum bigint, lasting int
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    h handoff.handoff;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    h := handoff.step(z, wanted, 'counter', expected, at, why);
    perform handoff.write_terms(h, z, standard, named, points, doubles, minimum, lasting);
    return handoff.close_step(z, request, digest, at, h, 'counter', 'handoff_countered', '{}');
end $$;
select core.expose('handoff.counter_handoff', 'coordinator');
