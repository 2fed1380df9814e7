-- The custodian offers a part to another zone, with the shares of credit that it proposes, in basis points a measure for
-- the sender; the receiver has the rest. The receiver sees the project from here on, as far as an offer shows it.
create or replace function handoff.offer_handoff(
    request uuid, digest bytea, at timestamptz,
    new_code text, wanted text, part_name text, receiver text, why text, measures text[], sender_shares int[], receiver_shares int[]
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    part handoff.project_part;
    target core.zone;
    new_id bigint;
    due date;
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    select t.* into part from handoff.project p join handoff.project_part t on t.project_id = p.id and t.name = part_name
        join handoff.project_party y on y.project_id = p.id and y.zone_id = z
    where p.code = wanted for update of t;
    if not found then perform core.missing('project', wanted); end if;
    if part.zone_id <> z then
        perform core.reject('part_held_by_sender', wanted, (select c.code from core.zone c where c.id = part.zone_id));
    end if;
    select * into target from core.zone c where c.code = receiver;
    if not found then perform core.missing('zone', receiver); end if;
    if target.id = z then perform core.reject('handoff_between_two_zones', wanted, receiver); end if;
    if target.closed_on <= core.day(at) then perform core.reject('receiver_open', receiver, target.closed_on::text); end if;
    new_code := coalesce(new_code, core.next_code('H', at));
    due := core.start_deadline(target.id, 'handoff:' || new_code, 'answer', 'working', r.days, core.day(at))
        from handoff.rule r where r.from_state = 'draft' and r.action = 'offer';
    insert into handoff.handoff (code, part_id, project_code, from_zone_id, to_zone_id, state, epoch, reason, due_on, offered_at)
    values (new_code, part.id, wanted, z, target.id, 'offered', part.epoch, why, due, at) returning id into new_id;
    insert into handoff.history values (new_id, 1, z, target.id, 'draft', 'offer', 'offered', at, session_user, z, why);
    insert into handoff.credit_share
    select new_id, z, target.id, u.measure, side.zone, side.share
    from unnest(measures, sender_shares, receiver_shares) as u (measure, mine, theirs),
        lateral (values (z, u.mine), (target.id, u.theirs)) as side (zone, share);
    insert into handoff.project_party values (part.project_id, target.id, 'preview') on conflict do nothing;
    perform core.notify(target.id, at, 'zone:' || receiver, 'handoff:' || new_code, 'handoff_offered', new_code, wanted, due::text);
    return core.finish(z, request, digest, at, 'handoff', 'offer', 'handoff:' || new_code,
        jsonb_build_object('project', wanted, 'part', part_name, 'to', receiver), array[new_code, 'offered', due::text]);
end $$;
select core.expose('handoff.offer_handoff', 'coordinator');
