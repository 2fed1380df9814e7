-- The joint office undoes an acceptance that should not have been: one person proposes it, another confirms it in time.
create or replace function handoff.correct_handoff(
    request uuid, digest bytea, at timestamptz, wanted text, expected int, why text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    h handoff.handoff;
    c handoff.correction;
begin
    prior := core.begin('joint_office', z, request, digest, at, regional => true);
    if prior is not null then return prior; end if;
    -- The part's row first, as every step locks it.
    perform from handoff.project_part t where t.id = (select o.part_id from handoff.handoff o where o.code = wanted) for update;
    select * into h from handoff.handoff o where o.code = wanted for update;
    if not found then perform core.missing('handoff', wanted); end if;
    delete from handoff.correction q where q.handoff_id = h.id and q.confirmed_at is null and q.expires_on < core.day(at);
    select * into c from handoff.correction q where q.handoff_id = h.id and q.confirmed_at is null;
    if found then
        if c.proposed_by = session_user then perform core.reject('correction_by_two_people', wanted, c.expires_on::text); end if;
        h := handoff.step(z, wanted, 'correct', expected, at, c.reason || ' / ' || why);
        perform handoff.give_back(h, at);
        update handoff.correction q set confirmed_by = session_user, confirmed_at = at where q.id = c.id;
        return handoff.close_step(z, request, digest, at, h, 'correct', 'handoff_corrected',
            jsonb_build_object('reason', why, 'proposed_by', c.proposed_by));
    end if;
    if not exists (select from handoff.rule r where r.from_state = h.state and r.action = 'correct') then
        perform core.reject('handoff_allows_step', wanted, h.state, 'correct', (select k.code
            from handoff.project_part t join core.zone k on k.id = t.zone_id where t.id = h.part_id));
    end if;
    insert into handoff.correction (handoff_id, from_zone_id, to_zone_id, reason, proposed_by, proposed_at, expires_on)
    values (h.id, h.from_zone_id, h.to_zone_id, why, session_user, at, core.day(at) + handoff.period_days('correction', core.day(at)));
    return handoff.close_step(z, request, digest, at, h, 'correct', 'handoff_correction_proposed',
        jsonb_build_object('reason', why));
end $$;
select core.expose('handoff.correct_handoff', 'joint_office');
