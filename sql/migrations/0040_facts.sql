-- What can be known about people and organizations, and what is on record.
create schema eligibility;
grant usage on schema eligibility to zb_reader, zb_joint_office;

-- The catalogue: `hires` is a list, `hires.start_on` a column of it. `source` is `declared` or where it is read from.
create table eligibility.fact (
    name text primary key constraint fact_name_form check (name ~ '^[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?$'),
    position int not null generated always as identity,
    type text not null constraint fact_type_known check (type in
        ('day', 'integer', 'money', 'rate', 'boolean', 'code', 'rows')),
    unit text constraint fact_unit_known check (unit in
        ('months', 'days', 'people', 'hours', 'square_metres', 'times')),
    name_zh text not null,
    name_en text not null,
    source text not null default 'declared',
    evidence text,
    constraint fact_unit_of_integer check (unit is null or type in ('integer', 'rows')),
    constraint fact_column_no_list check (type <> 'rows' or name !~ '\.')
);

-- Append-only: a later record takes an earlier one's place from its own day on, and what was known before stays
-- known. A null value is unknown again. Rows of a list have keys; the list itself is `listed` or `none` once complete.
create table eligibility.fact_value (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    person_id bigint,
    organization_id bigint,
    fact text not null references eligibility.fact,
    row_key text,
    value text,
    observed_on date not null,
    source text not null,
    evidence text,
    recorded_at timestamptz not null,
    constraint fact_value_of_one_subject check (num_nonnulls(person_id, organization_id) = 1),
    constraint fact_value_person_in_same_zone foreign key (zone_id, person_id) references core.person (zone_id, id),
    constraint fact_value_org_in_same_zone foreign key (zone_id, organization_id) references core.organization (zone_id, id)
);
create index fact_value_by_person on eligibility.fact_value (zone_id, person_id, fact, row_key);
create index fact_value_by_org on eligibility.fact_value (zone_id, organization_id, fact, row_key);
comment on column eligibility.fact_value.recorded_at is 'business time';

select core.declare_reference('eligibility.fact'), core.declare_owned('eligibility.fact_value');
