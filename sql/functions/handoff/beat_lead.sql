-- Progress on a lead keeps its right alive; a right that had lapsed is claimed anew, if nobody has it.
create or replace function handoff.beat_lead(request uuid, digest bytea, at timestamptz, wanted text, said text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    l handoff.lead;
    c handoff.first_claim;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    l := handoff.own_lead(z, wanted);
    -- Before the heartbeat: silence that has lasted too long has ended the right.
    if l.credit_code is not null then c := handoff.claim_first(l, core.day(at)); end if;
    update handoff.lead o set heartbeat_on = core.day(at) where o.id = l.id;
    return core.finish(z, request, digest, at, 'lead', 'progress', 'lead:' || wanted, jsonb_build_object('note', said),
        array[wanted, case when c.id is null then 'unprotected' when c.lead_id = l.id then 'first' else 'second' end,
            (select k.code from core.zone k where k.id = c.zone_id), (upper(c.period) - 1)::text]);
end $$;
select core.expose('handoff.beat_lead', 'coordinator');
