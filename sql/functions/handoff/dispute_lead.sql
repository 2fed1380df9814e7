-- A zone that reported second says that the right of first contact is its own; the joint office decides.
create or replace function handoff.dispute_lead(request uuid, digest bytea, at timestamptz, new_code text, wanted text, why text)
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
    select * into c from handoff.first_claim f where f.credit_code = l.credit_code and f.period @> core.day(at);
    if not found then perform core.reject('dispute_has_holder', wanted); end if;
    new_code := coalesce(new_code, core.next_code('XD', at));
    insert into handoff.dispute (code, credit_code, from_zone_id, to_zone_id, lead_id, reason, raised_at)
    values (new_code, l.credit_code, z, c.zone_id, l.id, why, at);
    perform core.notify(c.zone_id, at, 'zone:' || k.code, 'lead:' || wanted, 'lead_disputed', new_code)
    from core.zone k where k.id = c.zone_id;
    perform core.notify(z, at, 'joint_office', 'lead:' || wanted, 'lead_disputed', new_code);
    return core.finish(z, request, digest, at, 'lead', 'dispute', 'lead:' || wanted,
        jsonb_build_object('dispute', new_code, 'reason', why),
        array[new_code, (select k.code from core.zone k where k.id = c.zone_id)]);
end $$;
select core.expose('handoff.dispute_lead', 'coordinator');
