-- Steps that change a handoff and nothing else: ask, answer, agree, reject, withdraw, lapse.
create or replace function handoff.move_handoff(
    request uuid, digest bytea, at timestamptz, wanted text, act text, expected int, why text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    h handoff.handoff;
    r handoff.rule;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    if act not in ('ask', 'answer', 'agree', 'reject', 'withdraw', 'lapse') then
        perform core.reject('handoff_side', wanted, act, 'clock', '', '');
    end if;
    h := handoff.step(z, wanted, act, expected, at, why);
    select q.* into r from handoff.history y join handoff.rule q on (q.from_state, q.action) = (y.from_state, y.action)
    where (y.handoff_id, y.version) = (h.id, h.version);
    if not h.open then perform handoff.end_preview(h); end if;
    if r.on_lapse = 'escalate' then
        perform core.notify(h.from_zone_id, at, 'joint_office', 'handoff:' || wanted, 'handoff_escalated', wanted, h.project_code);
    end if;
    return handoff.close_step(z, request, digest, at, h, act, r.notice, jsonb_strip_nulls(jsonb_build_object('reason', why)));
end $$;
select core.expose('handoff.move_handoff', 'coordinator');
