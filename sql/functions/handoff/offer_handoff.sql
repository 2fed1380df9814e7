-- The custodian offers a part to one zone or several, with the shares of credit that it proposes, in basis points for the
-- sender; the receiver has the rest. A zone that asked for the part gets its own request answered. Each receiver sees the
-- project from here on, as far as an offer shows it; with several, the first acceptance stands.
create or replace function handoff.offer_handoff(
    request uuid, digest bytea, at timestamptz, new_code text, wanted text, part_name text, receivers text[], why text,
    standard int, named text[], points int[], doubles text[], minimum bigint, lasting int, keeping text, shown text[], parent text
) returns text[] language plpgsql security definer set search_path = core, pg_temp as $$
declare
    z bigint := core.active_zone();
    prior text[];
    part handoff.project_part;
    target core.zone;
    h handoff.handoff;
    receiver text;
    answer text[] := '{}';
begin
    prior := core.begin('coordinator', z, request, digest, at);
    if prior is not null then return prior; end if;
    part := handoff.part_to_offer(z, wanted, part_name, at);
    new_code := coalesce(new_code, core.next_code('H', at));
    foreach receiver in array receivers loop
        select * into target from core.zone c where c.code = receiver;
        if not found then perform core.missing('zone', receiver); end if;
        if target.id = z then perform core.reject('handoff_between_two_zones', wanted, receiver); end if;
        if target.closed_on <= core.day(at) then perform core.reject('receiver_open', receiver, target.closed_on::text, wanted, (select c.code from core.zone c where c.id = z)); end if;
        h := handoff.make_offer(z, target.id, part, wanted, new_code, cardinality(receivers) > 1, why, keeping, parent, at);
        perform handoff.write_terms(h, z, standard, named, points, doubles, minimum, lasting);
        insert into handoff.item
        select h.id, z, target.id, d.code, d.title, d.sha256, case when d.code = any (shown) then 'preview' else 'full' end,
            d.code = any (shown)
        from core.document d where d.zone_id = z and d.subject = 'project:' || wanted;
        insert into handoff.project_party values (part.project_id, target.id, 'preview') on conflict do nothing;
        if receiver <> receivers[cardinality(receivers)] then
            answer := answer || handoff.summary(h, handoff.tell(h, z, at, 'handoff_offered'));
        end if;
    end loop;
    return handoff.close_step(z, request, digest, at, h, 'offer', 'handoff_offered',
        jsonb_build_object('part', part_name, 'to', to_jsonb(receivers)), answer);
end $$;
select core.expose('handoff.offer_handoff', 'coordinator');
