-- Quality evaluation: a versioned rubric of criteria; a measured value earns the points of the band that it reaches, a veto
-- that is met takes them all.
create table handoff.rubric (
    code text not null,
    version int not null,
    valid_from date not null,
    name_zh text not null,
    name_en text not null,
    constraint rubric_once primary key (code, version)
);
create table handoff.criterion (
    rubric text not null,
    version int not null,
    code text not null,
    position int not null,
    name_zh text not null,
    name_en text not null,
    unit text not null,
    is_veto boolean not null,
    constraint criterion_once primary key (rubric, version, code),
    constraint criterion_position_once unique (rubric, version, position),
    constraint criterion_of_a_rubric foreign key (rubric, version) references handoff.rubric
);
create table handoff.band (
    rubric text not null,
    version int not null,
    criterion text not null,
    at_least int not null,
    points int not null constraint band_points_in_range check (points between 0 and 100),
    constraint band_once primary key (rubric, version, criterion, at_least),
    constraint band_of_a_criterion foreign key (rubric, version, criterion) references handoff.criterion
);
insert into handoff.rubric values ('QUALITY', 1, '2024-01-01', '项目质量评估（样例）', 'project quality (sample)');
insert into handoff.criterion values
    ('QUALITY', 1, 'output', 1, '亩均产值', 'output per mu', '10000 yuan/mu', false),
    ('QUALITY', 1, 'tax', 2, '亩均税收', 'tax per mu', '10000 yuan/mu', false),
    ('QUALITY', 1, 'energy', 3, '单位产值节能率', 'energy saved against the limit', '%', false),
    ('QUALITY', 1, 'technology', 4, '研发投入占比', 'research spending', '% of sales', false),
    ('QUALITY', 1, 'safety', 5, '安全环保得分', 'safety and environment', 'points of 100', false),
    ('QUALITY', 1, 'banned', 6, '属于禁止类', 'of a prohibited kind', 'yes = 1', true);
insert into handoff.band
select 'QUALITY', 1, b.* from (values
    ('output', 0, 0), ('output', 200, 10), ('output', 400, 20), ('output', 600, 25),
    ('tax', 0, 0), ('tax', 10, 8), ('tax', 20, 16), ('tax', 40, 25),
    ('energy', 0, 0), ('energy', 5, 8), ('energy', 15, 15),
    ('technology', 0, 0), ('technology', 3, 10), ('technology', 6, 20),
    ('safety', 0, 0), ('safety', 60, 8), ('safety', 80, 15)) as b;

-- One scoring by one scorer; two of them make the evaluation complete.
create table handoff.evaluation (
    id bigint generated always as identity primary key,
    project_id bigint not null references handoff.project,
    rubric text not null,
    version int not null,
    complete boolean not null default false,
    constraint evaluation_once unique (project_id, rubric, version),
    constraint evaluation_by_a_rubric foreign key (rubric, version) references handoff.rubric
);
create table handoff.score (
    evaluation_id bigint not null references handoff.evaluation,
    project_id bigint not null references handoff.project,
    scorer text not null,
    zone_id bigint not null references core.zone,
    scored_at timestamptz not null,
    rubric text not null,
    version int not null,
    criterion text not null,
    value int not null,
    points int not null,
    vetoed boolean not null,
    constraint score_once_per_scorer primary key (evaluation_id, scorer, criterion),
    constraint score_of_a_criterion foreign key (rubric, version, criterion) references handoff.criterion
);

-- The ranking's points for what happened, times the share of credit; in hundredths of a point.
create table handoff.ranking_rule (
    code text primary key,
    name_zh text not null,
    name_en text not null,
    stage text references handoff.stage,
    measure text not null references handoff.measure,
    points int not null constraint ranking_points_positive check (points > 0),
    cap int not null constraint ranking_cap_positive check (cap > 0),
    valid_from date not null
);
insert into handoff.ranking_rule values
    ('signed', '签约', 'signed', 'signed', 'signings', 1000, 10000, '2020-01-01'),
    ('construction', '开工', 'started to build', 'construction', 'investment', 1500, 15000, '2020-01-01'),
    ('completed', '竣工', 'completed', 'completed', 'output', 1000, 10000, '2020-01-01'),
    ('production', '投产', 'in production', 'production', 'output', 2000, 20000, '2020-01-01');

-- A month's ranking, frozen with the digest of its lines.
create table handoff.ranking (
    id bigint generated always as identity primary key,
    month date not null constraint ranking_month_begins check (extract(day from month) = 1),
    level text not null constraint ranking_level_known check (level in ('zone', 'unit', 'squad')),
    frozen_at timestamptz not null,
    digest bytea not null,
    constraint ranking_once unique (month, level)
);
create table handoff.ranking_line (
    ranking_id bigint not null references handoff.ranking,
    subject text not null,
    project_code text not null,
    rule text not null references handoff.ranking_rule,
    on_day date not null,
    share int not null,
    points int not null,
    constraint ranking_line_once primary key (ranking_id, subject, project_code, rule)
);

select core.declare_reference('handoff.rubric'), core.declare_reference('handoff.criterion'), core.declare_reference('handoff.band'),
    core.declare_reference('handoff.ranking_rule'), core.declare_reference('handoff.ranking'), core.declare_reference('handoff.ranking_line'),
    core.declare_shared('handoff.evaluation', 'handoff.worker', 'project_id', row_key => 'project_id'),
    core.declare_shared('handoff.score', 'handoff.worker', 'project_id', row_key => 'project_id');
