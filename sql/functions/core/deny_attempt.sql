-- A denied attempt, kept in a transaction of its own after the refused one; everybody may report themselves, whatever
-- `z := core.active_zone()` is.
create or replace function core.deny_attempt(
    request uuid, digest bytea, at timestamptz, wanted_noun text, wanted_verb text, refusal text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
begin
    -- One chain a login: its own sessions wait for each other, nobody else does.
    perform pg_advisory_xact_lock(hashtextextended('attempt:' || session_user, 0));
    return core.finish(z, request, digest, at, 'attempt', 'deny', 'attempt:' || session_user,
        jsonb_build_object('noun', left(wanted_noun, 40), 'verb', left(wanted_verb, 40), 'refused', left(refusal, 20)),
        array[refusal]);
end $$;
select core.expose('core.deny_attempt', 'reader');
select core.expose('core.deny_attempt', 'joint_office');
