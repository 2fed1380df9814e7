-- Periods in days, as rows with the day from which they hold (Guangzhou 2004: a month without progress opens a project).
create table handoff.period (
    code text not null constraint period_known check (code in
        ('silence', 'silence_warning', 'protection', 'lead_route', 'lead_assess', 'ban', 'correction')),
    valid_from date not null,
    days int not null constraint period_days_positive check (days > 0),
    constraint period_once primary key (code, valid_from)
);
insert into handoff.period values
    ('silence', '2020-01-01', 30), ('silence_warning', '2020-01-01', 10), ('protection', '2020-01-01', 180),
    ('lead_route', '2020-01-01', 1), ('lead_assess', '2020-01-01', 3), ('ban', '2020-01-01', 365),
    ('correction', '2020-01-01', 7);
create function handoff.period_days(wanted text, day date) returns int language sql stable set search_path = core, pg_temp as $$
    select p.days from handoff.period p where p.code = wanted and p.valid_from <= day order by p.valid_from desc limit 1
$$;

-- On which day a project came to a stage; the pipeline report counts these.
create table handoff.stage_entry (
    project_id bigint not null references handoff.project,
    stage text not null references handoff.stage,
    entered_on date not null,
    zone_id bigint not null references core.zone,
    constraint stage_entered_once primary key (project_id, stage)
);
-- The days that the pipeline report counts stand with the project, so that it reads every project once (with 100,000
-- projects: 1.3 s by way of the entries, 0.3 s so).
create function handoff.keep_stage_days() returns trigger language plpgsql set search_path = core, pg_temp as $$
begin
    update handoff.project p set (signed_on, started_on, completed_on) = (
        select max(e.entered_on) filter (where e.stage = 'signed'), max(e.entered_on) filter (where e.stage = 'construction'),
            max(e.entered_on) filter (where e.stage = 'completed')
        from handoff.stage_entry e where e.project_id = p.id)
    where p.id = coalesce(new.project_id, old.project_id);
    return null;
end $$;
create trigger stage_days_of_project after insert or update or delete on handoff.stage_entry
    for each row execute function handoff.keep_stage_days();
create index stage_entry_by_day on handoff.stage_entry (entered_on);

-- Size classes of planned investment, in hundredths of the currency, by which the pipeline report counts.
create table handoff.size_class (
    code text primary key,
    currency text not null constraint size_currency_known check (currency in ('CNY', 'USD')),
    at_least bigint not null constraint size_positive check (at_least > 0),
    name_zh text not null,
    name_en text not null
);
insert into handoff.size_class values
    ('CNY-1Y', 'CNY', 10000000000, '1亿元', '100 million yuan'), ('CNY-5Y', 'CNY', 50000000000, '5亿元', '500 million yuan'),
    ('CNY-50Y', 'CNY', 500000000000, '50亿元', '5 billion yuan'), ('USD-30M', 'USD', 3000000000, '3000万美元', '30 million USD');
create index project_by_size on handoff.project (currency, investment);

create table handoff.progress (
    id bigint generated always as identity primary key,
    project_id bigint not null references handoff.project,
    zone_id bigint not null references core.zone,
    at timestamptz not null,
    actor text not null,
    note text not null
);
create index progress_by_project on handoff.progress (project_id, id);

-- What somebody promised or asked for: it always has a holding zone, and moves with custody. With a measure and an
-- amount it is a promise that what came of it is held against.
create table handoff.obligation (
    id bigint generated always as identity primary key,
    code text not null constraint obligation_code_once unique,
    project_id bigint not null references handoff.project,
    part_id bigint not null references handoff.project_part,
    zone_id bigint not null references core.zone,
    holder_id bigint,
    what text not null,
    due_on date not null,
    measure text constraint obligation_measure_known references handoff.measure,
    amount bigint constraint obligation_amount_positive check (amount > 0),
    kept_on date,
    constraint obligation_amount_of_a_measure check ((measure is null) = (amount is null)),
    constraint obligation_holder_in_same_zone foreign key (zone_id, holder_id) references core.person (zone_id, id)
);
comment on column handoff.obligation.zone_id is 'the holding zone';
create index obligation_open_by_project on handoff.obligation (project_id, due_on) where kept_on is null;
create index obligation_open_by_zone on handoff.obligation (zone_id, due_on) where kept_on is null;

-- What an offer should have with it; a blocking one refuses the offer.
create table handoff.requirement (
    code text primary key,
    position int not null constraint requirement_position_once unique,
    name_zh text not null,
    name_en text not null,
    blocking boolean not null
);
insert into handoff.requirement values
    ('investment', 1, '计划投资额', 'planned investment', false), ('energy', 2, '能耗', 'energy figure', false),
    ('founder', 3, '项目方', 'founder or organization', false), ('document', 4, '项目材料', 'a document', false),
    ('evaluation', 5, '质量评估', 'quality evaluation', false), ('squad', 6, '移交方小分队', 'the sender''s squad', false),
    ('obligation', 7, '承诺事项的责任人', 'obligations without holder', false);

select core.declare_reference('handoff.period'), core.declare_reference('handoff.requirement'),
    core.declare_reference('handoff.size_class'),
    core.declare_shared('handoff.stage_entry', 'handoff.insider', 'project_id', row_key => 'project_id'),
    core.declare_shared('handoff.progress', 'handoff.worker', 'project_id', row_key => 'project_id'),
    core.declare_shared('handoff.obligation', 'handoff.worker', 'project_id', row_key => 'project_id');
select core.declare_code('XO');
