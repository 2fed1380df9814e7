-- Research projects, their parts, and who holds each part.
create schema handoff;
grant usage on schema handoff to zb_reader, zb_joint_office;

-- The order of the stages is data.
create table handoff.stage (
    code text primary key,
    position int not null constraint stage_position_once unique,
    name_zh text not null,
    name_en text not null
);
insert into handoff.stage values
    ('research', 1, '研发孵化', 'research'),
    ('talks', 2, '在谈', 'in talks'),
    ('signed', 3, '签约', 'signed'),
    ('construction', 4, '在建', 'under construction'),
    ('completed', 5, '竣工', 'completed'),
    ('production', 6, '投产', 'in production');

-- What may change hands, and what may start on a commitment (Kunming and Tonghai exclude infrastructure and housing).
create table handoff.project_kind (
    code text primary key,
    name_zh text not null,
    name_en text not null,
    may_move boolean not null,
    may_commit boolean not null
);
insert into handoff.project_kind values
    ('industrial', '工业项目', 'industrial', true, true),
    ('research', '研发项目', 'research', true, true),
    ('service', '服务业项目', 'service', true, true),
    ('hazardous', '危险化学品项目', 'hazardous chemicals', true, false),
    ('infrastructure', '基础设施项目', 'infrastructure', false, false),
    ('housing', '房地产项目', 'housing', false, false);

create table handoff.project (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    code text not null constraint project_code_once unique,
    name text not null,
    industry text not null,
    stage text not null constraint project_stage_known references handoff.stage,
    registered_on date not null,
    kind text not null default 'industrial' constraint project_kind_known references handoff.project_kind,
    currency text constraint project_currency_known check (currency in ('CNY', 'USD')),
    investment bigint constraint project_investment_in_range check (investment between 1 and 100000000000000),
    energy int constraint project_energy_not_negative check (energy >= 0),
    is_key boolean not null default false,
    progress_on date,
    signed_on date,
    started_on date,
    completed_on date,
    constraint project_in_zone_of_origin unique (zone_id, id),
    constraint project_investment_in_a_currency check ((investment is null) = (currency is null))
);
comment on column handoff.project.zone_id is 'the zone of origin, whatever zone holds it now';
comment on column handoff.project.investment is 'planned, in hundredths of the currency';
comment on column handoff.project.energy is 'tonnes of standard coal a year';
comment on column handoff.project.is_key is 'a municipal key project';
comment on column handoff.project.started_on is 'under construction from this day; like its neighbours kept from stage_entry';

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

-- Who sees a project: the custodian of a part everything, a former custodian where it is or, if that was agreed, all of
-- it too, the zone it is offered to what the offer shows.
create table handoff.project_party (
    project_id bigint not null references handoff.project,
    zone_id bigint not null references core.zone,
    level text not null constraint project_party_level_known check (level in ('custodian', 'read', 'status', 'preview')),
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
    attention_on date not null,
    constraint part_name_once unique (project_id, name)
);
comment on column handoff.project_part.zone_id is 'the custodian';
comment on column handoff.project_part.attention_on is 'the day after which the part needs attention: silence, or a promise that is due';
create index part_by_custodian on handoff.project_part (zone_id, attention_on, id);

-- The zones that hold a project or held it, and those of them that see its work.
create view handoff.insider with (security_invoker) as
    select project_id, zone_id from handoff.project_party where level <> 'preview';
create view handoff.worker with (security_invoker) as
    select project_id, zone_id from handoff.project_party where level in ('custodian', 'read');
grant select on handoff.insider, handoff.worker to zb_reader, zb_joint_office;

select core.declare_reference('handoff.stage'), core.declare_reference('handoff.project_kind'),
    core.declare_owned('handoff.project_party'),
    core.declare_shared('handoff.project', 'handoff.project_party', 'project_id'),
    core.declare_shared('handoff.project_founder', 'handoff.insider', 'project_id', row_key => 'project_id'),
    core.declare_shared('handoff.project_part', 'handoff.project_party', 'project_id', row_key => 'project_id');
select core.declare_code('X');
