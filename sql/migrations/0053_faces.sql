-- For other modules: where a project is held, as its zone of origin, its custodian and former custodians see it.
create view handoff.project_location with (security_invoker) as
    select p.code as project_code, p.name as project_name, f.person_id as founder_person_id, f.person_code as founder_code,
        o.code as origin_code, z.code as zone_code, core.day(t.held_since) as since, t.epoch, t.name as part
    from handoff.project p
    join handoff.project_founder f on f.project_id = p.id
    join handoff.project_part t on t.project_id = p.id
    join core.zone z on z.id = t.zone_id
    join core.zone o on o.id = p.zone_id;

-- Offers that wait for my zone's answer, or for the other side's, until their day.
create view handoff.todo with (security_invoker) as
    select h.due_on, case when h.to_zone_id = (select core.active_zone()) then 'handoff_answer_due' else 'handoff_awaits_other' end
            as kind,
        'handoff:' || h.code as subject, array[h.project_code, f.code, t.code] as facts
    from handoff.handoff h join core.zone f on f.id = h.from_zone_id join core.zone t on t.id = h.to_zone_id
    where h.open and h.due_on is not null;
grant select on handoff.project_location, handoff.todo to zb_reader, zb_joint_office;
