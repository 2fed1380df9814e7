-- Each part of a project has one custodian, who is a party as such; nobody else is one. The part's epoch counts what was
-- handed over.
select 'project:' || p.code || ' ' || t.name, 'custodian ' || z.code
from handoff.project_part t join handoff.project p on p.id = t.project_id join core.zone z on z.id = t.zone_id
where not exists (
    select from handoff.project_party y
    where y.project_id = t.project_id and y.zone_id = t.zone_id and y.level = 'custodian')
union all
select 'project:' || p.code, 'party ' || z.code
from handoff.project_party y join handoff.project p on p.id = y.project_id join core.zone z on z.id = y.zone_id
where y.level = 'custodian' and not exists (
    select from handoff.project_part t where t.project_id = y.project_id and t.zone_id = y.zone_id)
union all
select 'project:' || p.code || ' ' || t.name, 'epoch ' || t.epoch
from handoff.project_part t join handoff.project p on p.id = t.project_id
where t.epoch - 1 <> (select count(*) from handoff.handoff h where h.part_id = t.id and h.accepted_on is not null)
order by 1, 2
