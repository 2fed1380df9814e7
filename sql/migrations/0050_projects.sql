-- Research projects, their parts, and who holds each part.
create schema handoff;
grant usage on schema handoff to zb_reader, zb_joint_office;

create table handoff.stage (
    code text primary key,
    position int not null constraint stage_position_once unique,
    name_zh text not null,
    name_en text not null
);
insert into handoff.stage values
    ('research', 1, '研发孵化', 'research'),
    ('signed', 2, '签约', 'signed'),
    ('construction', 3, '在建', 'under construction'),
    ('completed', 4, '竣工', 'completed'),
    ('production', 5, '投产', 'in production');

create table handoff.project (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    code text not null constraint project_code_once unique,
    name text not null,
    industry text not null,
    stage text not null constraint project_stage_known references handoff.stage,
    registered_on date not null,
    constraint project_in_zone_of_origin unique (zone_id, id)
);
comment on column handoff.project.zone_id is 'the zone of origin, whatever zone holds it now';

-- Whose project it is; an offer does not show it.
create table handoff.project_founder (
    project_id bigint primary key,
    zone_id bigint not null,
    person_id bigint,
    person_code text,
    organization_id bigint,
    organization_code text,
    constraint founder_of_project_of_same_zone foreign key (zone_id, project_id) references handoff.project (zone_id, id),
    constraint founder_in_same_zone foreign key (zone_id, person_id) references core.person (zone_id, id),
    constraint founder_organization_in_same_zone foreign key (zone_id, organization_id)
        references core.organization (zone_id, id)
);
comment on column handoff.project_founder.person_code is 'the founder''s code in the zone of origin';

-- Who sees a project: the custodian of a part everything, the zone of origin and former custodians where it is, the
-- zone it is offered to what the offer shows.
create table handoff.project_party (
    project_id bigint not null references handoff.project,
    zone_id bigint not null references core.zone,
    level text not null constraint project_party_level_known check (level in ('custodian', 'status', 'preview')),
    constraint project_party_once primary key (zone_id, project_id)
);
create index project_party_by_project on handoff.project_party (project_id);

-- A part has one custodian at any time: this row is the only arbiter, and the epoch counts its changes.
create table handoff.project_part (
    id bigint generated always as identity primary key,
    project_id bigint not null references handoff.project,
    name text not null,
    zone_id bigint not null references core.zone,
    epoch int not null default 1 constraint part_epoch_positive check (epoch > 0),
    held_since timestamptz not null,
    constraint part_name_once unique (project_id, name)
);
comment on column handoff.project_part.zone_id is 'the custodian';

-- The zones that hold a project or held it.
create view handoff.insider with (security_invoker) as
    select project_id, zone_id from handoff.project_party where level <> 'preview';
grant select on handoff.insider to zb_reader, zb_joint_office;

select core.declare_reference('handoff.stage'), core.declare_owned('handoff.project_party'),
    core.declare_shared('handoff.project', 'handoff.project_party', 'project_id'),
    core.declare_shared('handoff.project_founder', 'handoff.insider', 'project_id', row_key => 'project_id'),
    core.declare_shared('handoff.project_part', 'handoff.project_party', 'project_id', row_key => 'project_id');
select core.declare_code('X');
