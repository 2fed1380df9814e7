-- Leads: who reported a firm first, until when that right holds, and what became of it.
create table handoff.route (
    zone_id bigint not null references core.zone,
    code text not null,
    industry text,
    region text,
    unit_id bigint not null,
    constraint route_code_once primary key (zone_id, code),
    constraint route_by_industry_or_region check (industry is not null or region is not null),
    constraint route_unit_in_same_zone foreign key (zone_id, unit_id) references core.organization (zone_id, id)
);

create table handoff.lead (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    code text not null constraint lead_code_once unique,
    organization text not null,
    name_key text not null,
    credit_code text constraint lead_credit_code_form check (credit_code ~ '^[0-9A-HJ-NP-RTUW-Y]{18}$'),
    industry text not null,
    source text not null,
    region text,
    investment bigint constraint lead_investment_in_range check (investment between 1 and 100000000000000),
    currency text constraint lead_currency_known check (currency in ('CNY', 'USD')),
    registered_at timestamptz not null,
    heartbeat_on date not null,
    unit_id bigint,
    verdict text constraint lead_verdict_known check (verdict in ('land', 'transfer', 'drop')),
    assessment text,
    project_id bigint references handoff.project,
    constraint lead_in_zone unique (zone_id, id),
    constraint lead_unit_in_same_zone foreign key (zone_id, unit_id) references core.organization (zone_id, id),
    constraint lead_investment_in_a_currency check ((investment is null) = (currency is null)),
    constraint lead_assessed_with_reasons check ((verdict is null) = (assessment is null))
);
create index lead_by_credit_code on handoff.lead (credit_code);
create index lead_by_name on handoff.lead (name_key);

-- The right of first contact: one zone a firm at any time. Whoever reports second finds the first one's name.
create table handoff.first_claim (
    id bigint generated always as identity primary key,
    credit_code text not null,
    zone_id bigint not null references core.zone,
    lead_id bigint not null,
    period daterange not null constraint claim_period_not_empty check (not isempty(period)),
    constraint claim_of_a_lead_of_same_zone foreign key (zone_id, lead_id) references handoff.lead (zone_id, id),
    constraint claim_one_zone_at_a_time exclude using gist (credit_code with =, period with &&)
);
create index claim_by_lead on handoff.first_claim (lead_id);

-- A dispute over first contact goes to the joint office, whose decision is recorded.
create table handoff.dispute (
    id bigint generated always as identity primary key,
    code text not null constraint dispute_code_once unique,
    credit_code text not null,
    from_zone_id bigint not null references core.zone,
    to_zone_id bigint not null references core.zone,
    lead_id bigint not null references handoff.lead,
    reason text not null,
    raised_at timestamptz not null,
    winner_zone_id bigint references core.zone,
    decision text,
    decided_by text,
    decided_at timestamptz,
    constraint dispute_between_two_zones check (from_zone_id <> to_zone_id),
    constraint dispute_decided_with_reasons check (
        (winner_zone_id is null) = (decision is null) and (decision is null) = (decided_at is null)),
    constraint dispute_won_by_a_party check (winner_zone_id in (from_zone_id, to_zone_id))
);
create unique index dispute_once_open on handoff.dispute (credit_code) where decided_at is null;

-- What a firm's name is compared by: without place, form and brackets. A hint only; the credit code decides.
create function handoff.name_key(name text) returns text language sql immutable parallel safe
return regexp_replace(regexp_replace(regexp_replace(lower(name), '[（(][^）)]*[）)]|\s', '', 'g'),
    '(股份有限公司|有限责任公司|有限公司|集团|公司)+$', ''), '^(江苏省?|上海市?|北京市?|南通市?|苏州市?)+', '');

select core.declare_owned('handoff.route'), core.declare_owned('handoff.lead'), core.declare_owned('handoff.first_claim'),
    core.declare_two_party('handoff.dispute');
select core.declare_code('XL'), core.declare_code('XD');
