-- For other modules: where a project is held, as its zone of origin, its custodian and former custodians see it.
create view handoff.project_location with (security_invoker) as
    select p.code as project_code, p.name as project_name, f.person_id as founder_person_id, f.person_code as founder_code,
        o.code as origin_code, z.code as zone_code, core.day(t.held_since) as since, t.epoch, t.name as part
    from handoff.project p
    join handoff.project_founder f on f.project_id = p.id
    join handoff.project_part t on t.project_id = p.id
    join core.zone z on z.id = t.zone_id
    join core.zone o on o.id = p.zone_id;

-- What waits for my zone: answers, obligations, leads whose right is about to lapse, items of commitments.
create view handoff.todo with (security_invoker) as
    select h.due_on, case when h.to_zone_id = (select core.active_zone()) then 'handoff_answer_due' else 'handoff_awaits_other' end
            as kind,
        'handoff:' || h.code as subject, array[h.project_code, f.code, t.code] as facts
    from handoff.handoff h join core.zone f on f.id = h.from_zone_id join core.zone t on t.id = h.to_zone_id
    where h.state = 'offered' and h.due_on is not null
    union all
    select h.due_on, case when h.from_zone_id = (select core.active_zone()) then 'handoff_answer_due' else 'handoff_awaits_other' end,
        'handoff:' || h.code, array[h.project_code, f.code, t.code]
    from handoff.handoff h join core.zone f on f.id = h.from_zone_id join core.zone t on t.id = h.to_zone_id
    where h.state in ('requested', 'query', 'countered') and h.due_on is not null
    union all
    select o.due_on, 'obligation_due', 'obligation:' || o.code, array[p.code, o.what]
    from handoff.obligation o join handoff.project p on p.id = o.project_id
    where o.kept_on is null and o.zone_id = (select core.active_zone())
    union all
    select l.heartbeat_on + (select p.days from handoff.period p where p.code = 'silence' order by p.valid_from desc limit 1), 'lead_lapses', 'lead:' || l.code, array[l.organization]
    from handoff.lead l join handoff.first_claim c on c.lead_id = l.id where l.verdict is null
    union all
    select i.due_on, 'commitment_item_due', 'commitment:' || c.code, array[p.code, i.item]
    from handoff.commitment_item i join handoff.commitment c on c.id = i.commitment_id join handoff.project p on p.id = i.project_id
    where i.outcome is null;
grant select on handoff.project_location, handoff.todo to zb_reader, zb_joint_office;
