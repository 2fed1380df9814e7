-- Series: a rule (RFC 5545, a subset) that was expanded into sessions when it was entered; the sessions are what counts.
create table schedule.series (
    id bigint generated always as identity primary key,
    zone_id bigint not null constraint series_of_zone references core.zone,
    code text not null constraint series_code_once unique,
    cohort_id bigint not null constraint series_of_cohort references enrollment.cohort (id),
    course_id bigint not null,
    rule text not null,
    first_on date not null,
    holidays text not null constraint series_holidays_known check (holidays in ('skip', 'hold')),
    makeup_days text not null constraint series_makeup_days_known check (makeup_days in ('hold', 'skip', 'also')),
    last_number int not null default 0,
    constraint series_course_of_cohort foreign key (cohort_id, course_id) references schedule.course (cohort_id, id)
);
select core.declare_shared('schedule.series', 'enrollment.cohort_party', 'cohort_id', row_key => 'cohort_id');
select core.declare_code('R');

-- The date that a session has by the rule, whatever it was moved to.
alter table schedule.session
    add column series_id bigint constraint session_of_series references schedule.series,
    add column rule_date date,
    add constraint session_once_per_rule_date unique (series_id, rule_date),
    add constraint session_dated_by_rule check ((series_id is null) = (rule_date is null));
grant select (series_id, rule_date) on schedule.session to zb_reader, zb_joint_office;

-- Dates of the rule on which nothing was planned; they can be restored.
create table schedule.skipped_date (
    series_id bigint not null constraint skipped_in_series references schedule.series,
    cohort_id bigint not null,
    day date not null,
    reason text not null constraint skipped_reason_known check (reason in ('holiday', 'makeup', 'excepted')),
    restored_at timestamptz,
    constraint skipped_once primary key (series_id, day)
);
select core.declare_shared('schedule.skipped_date', 'enrollment.cohort_party', 'cohort_id', row_key => 'cohort_id');
