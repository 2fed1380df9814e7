-- The joint office closes a handoff whose project has landed.
create or replace function handoff.settle_handoff(request uuid, digest bytea, at timestamptz, wanted text, expected int, why text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    h handoff.handoff;
begin
    prior := core.begin('joint_office', z, request, digest, at, regional => true);
    if prior is not null then return prior; end if;
    h := handoff.step(z, wanted, 'settle', expected, at, why);
    return handoff.close_step(z, request, digest, at, h, 'settle', 'handoff_settled', '{}');
end $$;
select core.expose('handoff.settle_handoff', 'joint_office');
