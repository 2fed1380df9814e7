-- Commitment-based approval: credit is assessed first, then a signed commitment lets construction start; the departments'
-- items fall due afterwards, and a breach closes the way for a time.
create table handoff.assessment_criterion (
    code text primary key,
    position int not null constraint assessment_position_once unique,
    name_zh text not null,
    name_en text not null,
    most int not null constraint assessment_most_positive check (most > 0)
);
insert into handoff.assessment_criterion values
    ('tax', 1, '纳税信用', 'tax record', 25), ('court', 2, '司法、失信记录', 'court and default record', 25),
    ('safety', 3, '安全生产', 'work safety', 20), ('environment', 4, '环保', 'environment', 15),
    ('project', 5, '项目手续与资金', 'the project''s papers and funds', 15);
create table handoff.assessment_level (
    code text primary key,
    at_least int not null constraint assessment_level_once unique,
    may_commit boolean not null
);
insert into handoff.assessment_level values ('A', 90, true), ('B', 75, true), ('C', 60, false), ('D', 0, false);

-- The departments' items: days in the ordinary way, one after the other, and days after the start on a commitment.
create table handoff.approval_item (
    code text primary key,
    position int not null constraint approval_position_once unique,
    department text not null,
    name_zh text not null,
    name_en text not null,
    ordinary_days int not null constraint approval_ordinary_days_positive check (ordinary_days > 0),
    promised_days int not null constraint approval_promised_days_positive check (promised_days > 0)
);
insert into handoff.approval_item values
    ('filing', 1, '行政审批局', '项目备案', 'project filing', 5, 5),
    ('land', 2, '自然资源局', '建设用地规划许可', 'land use permit', 15, 10),
    ('planning', 3, '自然资源局', '建设工程规划许可', 'planning permit', 15, 15),
    ('design', 4, '住建局', '施工图审查', 'review of drawings', 20, 20),
    ('fire', 5, '住建局', '消防设计审查', 'fire safety design', 10, 25),
    ('environment', 6, '生态环境局', '环境影响评价', 'environmental impact', 20, 30),
    ('safety', 7, '应急管理局', '安全条件审查', 'safety conditions', 10, 30),
    ('energy', 8, '发改委', '节能审查', 'energy review', 10, 30),
    ('water', 9, '水利局', '水土保持方案', 'soil and water plan', 10, 40),
    ('building', 10, '住建局', '施工许可', 'building permit', 5, 40);

create table handoff.assessment (
    id bigint generated always as identity primary key,
    project_id bigint not null references handoff.project,
    zone_id bigint not null references core.zone,
    assessed_on date not null,
    actor text not null,
    score int not null constraint assessment_score_in_range check (score between 0 and 100),
    level text not null references handoff.assessment_level,
    parts jsonb not null
);
create index assessment_by_project on handoff.assessment (project_id, id);

create table handoff.commitment (
    id bigint generated always as identity primary key,
    code text not null constraint commitment_code_once unique,
    project_id bigint not null references handoff.project,
    zone_id bigint not null references core.zone,
    signed_on date not null,
    starts_on date not null,
    ordinary_on date not null,
    level text not null references handoff.assessment_level,
    constraint commitment_once_per_project unique (project_id),
    constraint commitment_starts_after_signing check (starts_on >= signed_on)
);
comment on column handoff.commitment.ordinary_on is 'the day on which the ordinary way would have let construction start';

create table handoff.commitment_item (
    commitment_id bigint not null references handoff.commitment,
    project_id bigint not null references handoff.project,
    item text not null references handoff.approval_item,
    due_on date not null,
    outcome text constraint commitment_outcome_known check (outcome in ('kept', 'late', 'breached', 'cured')),
    inspected_on date,
    inspector text,
    constraint commitment_item_once primary key (commitment_id, item),
    constraint commitment_outcome_by_inspection check ((outcome is null) = (inspected_on is null))
);
create index commitment_item_open on handoff.commitment_item (due_on) where outcome is null;

-- After a breach the firm may not commit again for a while.
create table handoff.ban (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    organization_code text not null,
    commitment_id bigint not null references handoff.commitment,
    valid daterange not null
);
create index ban_by_organization on handoff.ban (zone_id, organization_code);

select core.declare_reference('handoff.assessment_criterion'), core.declare_reference('handoff.assessment_level'),
    core.declare_reference('handoff.approval_item'), core.declare_owned('handoff.ban'),
    core.declare_shared('handoff.assessment', 'handoff.worker', 'project_id', row_key => 'project_id'),
    core.declare_shared('handoff.commitment', 'handoff.worker', 'project_id', row_key => 'project_id'),
    core.declare_shared('handoff.commitment_item', 'handoff.worker', 'project_id', row_key => 'project_id');
select core.declare_code('XC');
