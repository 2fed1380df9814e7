-- What it takes to complete, in versions: a cohort is judged by the rule that was in force when it started.
create table enrollment.completion_rule (
    id bigint generated always as identity primary key,
    program_id bigint references enrollment.program,
    version int not null constraint completion_rule_version_positive check (version > 0),
    valid_from date not null,
    attended_share_ppm int not null
        constraint completion_rule_share_plausible check (attended_share_ppm between 0 and 1000000),
    counts text not null default 'sessions' constraint completion_rule_counts_known check (counts in ('sessions', 'hours')),
    examination boolean not null default false,
    leave_one_in int constraint completion_rule_leave_plausible check (leave_one_in between 1 and 1000),
    constraint completion_rule_version_once unique nulls not distinct (program_id, version),
    constraint completion_rule_one_per_day unique nulls not distinct (program_id, valid_from)
);
comment on column enrollment.completion_rule.program_id is 'null: for every program without a rule of its own';
comment on column enrollment.completion_rule.attended_share_ppm is
    'sessions (or hours) attended per sessions (or hours) recorded, in parts per million';
comment on column enrollment.completion_rule.leave_one_in is
    'excused hours above this part of all hours end in dismissal: 7 for officials (more than one seventh)';
insert into enrollment.completion_rule (program_id, version, valid_from, attended_share_ppm)
values (null, 1, '2000-01-01', 800000);

create function enrollment.completion_rule_of(wanted bigint) returns enrollment.completion_rule
language sql stable set search_path = core, pg_temp as $$
    select r from enrollment.cohort c
    join enrollment.completion_rule r on r.valid_from <= c.starts_on and (r.program_id = c.program_id or r.program_id is null)
    where c.id = wanted order by r.program_id nulls last, r.valid_from desc limit 1
$$;
grant execute on function enrollment.completion_rule_of(bigint) to zb_reader, zb_joint_office;

-- The judgement of one enrollment with the facts that it rests on.
create table enrollment.completion (
    enrollment_id bigint primary key,
    zone_id bigint not null references core.zone,
    verdict text not null constraint completion_verdict_known check (verdict in ('completed', 'failed')),
    completion_rule_id bigint not null references enrollment.completion_rule,
    required_share_ppm int not null,
    recorded int not null,
    attended int not null constraint completion_attended_within_recorded check (attended between 0 and recorded),
    hours int not null,
    completed_on date,
    evaluated_at timestamptz not null,
    constraint completion_enrollment_in_same_zone foreign key (zone_id, enrollment_id)
        references enrollment.enrollment (zone_id, id),
    by_hours boolean not null,
    recorded_hours int not null,
    leave_hours int not null,
    constraint completion_needs_sessions check (recorded > 0 or verdict = 'failed'),
    constraint completion_share_reached check (verdict = 'failed' or case when by_hours
        then hours * 1000000::bigint >= required_share_ppm * recorded_hours::bigint
        else attended * 1000000::bigint >= required_share_ppm * recorded::bigint end),
    constraint completion_dated_when_completed check ((completed_on is not null) = (verdict = 'completed'))
);
comment on column enrollment.completion.completed_on is 'the last day of the cohort';

select core.declare_reference('enrollment.completion_rule'), core.declare_owned('enrollment.completion');
