-- The end of every verb of a handoff: the other side is told, and the answer says state, custody, clock, credit, notices.
create or replace function handoff.close_step(
    z bigint, request uuid, digest bytea, at timestamptz, h handoff.handoff, act text, notice text, change jsonb,
    earlier text[] default '{}'
) returns text[] language plpgsql set search_path = core, pg_temp as $$
declare
    told text := handoff.tell(h, z, at, notice);
begin
    return core.finish(z, request, digest, at, 'handoff', act, 'handoff:' || h.code,
        jsonb_build_object('project', h.project_code, 'state', h.state) || change, earlier || handoff.summary(h, told));
end $$;
