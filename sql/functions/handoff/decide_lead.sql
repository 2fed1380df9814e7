-- The joint office's decision on first contact, recorded; the right moves for what is left of its period if the zone that
-- disputed it wins.
create or replace function handoff.decide_lead(request uuid, digest bytea, at timestamptz, wanted text, winner text, why text)
returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    d handoff.dispute;
    won bigint;
    c handoff.first_claim;
    today date := core.day(at);
begin
    prior := core.begin('joint_office', z, request, digest, at, regional => true);
    if prior is not null then return prior; end if;
    select * into d from handoff.dispute o where o.code = wanted for update;
    if not found then perform core.missing('dispute', wanted); end if;
    if d.decided_at is not null then perform core.reject('dispute_decided_once', wanted, d.decision); end if;
    select k.id into won from core.zone k where k.code = winner;
    if not found then perform core.missing('zone', winner); end if;
    update handoff.dispute o set winner_zone_id = won, decision = why, decided_by = session_user, decided_at = at where o.id = d.id;
    if won = d.from_zone_id then
        delete from handoff.first_claim f where f.credit_code = d.credit_code and f.period @> today returning * into c;
        if c.id is not null and lower(c.period) < today then
            insert into handoff.first_claim (credit_code, zone_id, lead_id, period)
            values (c.credit_code, c.zone_id, c.lead_id, daterange(lower(c.period), today));
        end if;
        insert into handoff.first_claim (credit_code, zone_id, lead_id, period)
        values (d.credit_code, won, d.lead_id,
            daterange(today, coalesce(upper(c.period), today + handoff.period_days('protection', today))));
        update handoff.lead l set heartbeat_on = today where l.id = d.lead_id;
    end if;
    perform core.notify(k.id, at, 'zone:' || k.code, 'lead:' || l.code, 'lead_decided', wanted, winner)
    from core.zone k, handoff.lead l where k.id in (d.from_zone_id, d.to_zone_id) and l.id = d.lead_id;
    return core.finish(z, request, digest, at, 'lead', 'decide', 'dispute:' || wanted,
        jsonb_build_object('winner', winner, 'reason', why), array[wanted, winner]);
end $$;
select core.expose('handoff.decide_lead', 'joint_office');
