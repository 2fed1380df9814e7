-- What cannot be had together, and what has to be brought along.
create table eligibility.exclusion (
    version_id bigint not null references eligibility.version,
    other_policy text not null,
    mode text not null constraint exclusion_mode_known check (mode in ('not-both', 'higher-only', 'deduct-earlier', 'none')),
    article text not null constraint exclusion_has_article check (article <> ''),
    constraint exclusion_once primary key (version_id, other_policy)
);
comment on column eligibility.exclusion.mode is
    'not-both: who had the other does not get this; higher-only: the higher of the two; deduct-earlier: this less the other';

create table eligibility.requirement (
    version_id bigint not null references eligibility.version,
    code text not null,
    position int not null,
    title_zh text not null,
    title_en text not null,
    fact text references eligibility.fact,
    deferrable_days int constraint requirement_deferrable_positive check (deferrable_days > 0),
    constraint requirement_once primary key (version_id, code)
);
comment on column eligibility.requirement.deferrable_days is 'promised now, delivered within so many days (容缺承诺)';

create table eligibility.step (
    version_id bigint not null references eligibility.version,
    position int not null,
    code text not null,
    title_zh text not null,
    title_en text not null,
    actor text not null,
    days int not null constraint step_days_not_negative check (days >= 0),
    unit text not null constraint step_unit_known check (unit in ('working', 'calendar')),
    constraint step_once primary key (version_id, code),
    constraint step_position_once unique (version_id, position)
);

create trigger exclusion_immutable before insert or update or delete on eligibility.exclusion
    for each row execute function eligibility.keep_provision();
create trigger requirement_immutable before insert or update or delete on eligibility.requirement
    for each row execute function eligibility.keep_provision();
create trigger step_immutable before insert or update or delete on eligibility.step
    for each row execute function eligibility.keep_provision();
select core.declare_reference('eligibility.exclusion'), core.declare_reference('eligibility.requirement'),
    core.declare_reference('eligibility.step');
