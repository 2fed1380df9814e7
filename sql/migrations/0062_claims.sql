-- Claims: cases from the draft to the money.
create table eligibility.claim_state (
    code text primary key,
    is_open boolean not null
);
comment on column eligibility.claim_state.is_open is 'somebody still has to do something, or money to move';
insert into eligibility.claim_state values
    ('draft', true), ('submitted', true), ('received', true), ('in_review', true), ('rechecked', true), ('in_notice', true),
    ('approved', true), ('in_payment', true), ('returned', true), ('paid', false), ('refused', false), ('withdrawn', false),
    ('lapsed', false), ('clawed_back', false);

-- The only steps there are; the verbs take them by joining this table.
create table eligibility.claim_transition (
    from_state text not null references eligibility.claim_state,
    act text not null,
    to_state text not null references eligibility.claim_state,
    constraint claim_transition_once primary key (from_state, act)
);
insert into eligibility.claim_transition values
    ('draft', 'submit', 'submitted'), ('returned', 'submit', 'submitted'),
    ('submitted', 'receive', 'received'),
    ('submitted', 'return', 'returned'), ('received', 'return', 'returned'), ('in_review', 'return', 'returned'),
    ('rechecked', 'return', 'returned'), ('in_notice', 'return', 'returned'),
    ('received', 'review', 'in_review'), ('in_review', 'review', 'in_review'),
    ('received', 'recheck', 'rechecked'), ('in_review', 'recheck', 'rechecked'),
    ('rechecked', 'publish', 'in_notice'),
    ('rechecked', 'approve', 'approved'), ('in_notice', 'approve', 'approved'),
    ('submitted', 'refuse', 'refused'), ('received', 'refuse', 'refused'), ('in_review', 'refuse', 'refused'),
    ('rechecked', 'refuse', 'refused'), ('in_notice', 'refuse', 'refused'),
    ('draft', 'withdraw', 'withdrawn'), ('submitted', 'withdraw', 'withdrawn'), ('received', 'withdraw', 'withdrawn'),
    ('returned', 'withdraw', 'withdrawn'), ('in_review', 'withdraw', 'withdrawn'), ('rechecked', 'withdraw', 'withdrawn'),
    ('in_notice', 'withdraw', 'withdrawn'), ('approved', 'withdraw', 'withdrawn'),
    ('returned', 'lapse', 'lapsed'), ('received', 'lapse', 'lapsed'), ('in_review', 'lapse', 'lapsed'),
    ('rechecked', 'lapse', 'lapsed'), ('in_notice', 'lapse', 'lapsed'), ('approved', 'lapse', 'lapsed'),
    ('approved', 'batch', 'in_payment'), ('in_payment', 'unbatch', 'approved'), ('in_payment', 'pay', 'paid'),
    ('paid', 'bounce', 'in_payment'), ('paid', 'claw_back', 'clawed_back');

create table eligibility.claim (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    code text not null constraint claim_code_once unique,
    person_id bigint,
    organization_id bigint,
    spouse_id bigint,
    no_spouse boolean not null default false,
    site text,
    policy_id bigint not null,
    version_id bigint not null,
    benefit_code text not null,
    decision_id bigint not null,
    state text not null default 'draft' constraint claim_state_known references eligibility.claim_state,
    round int not null default 1 constraint claim_round_positive check (round > 0),
    entered_by text[] not null,
    opened_at timestamptz not null,
    applied_on date,
    submitted_on date,
    received_on date,
    deemed boolean not null default false,
    published_on date,
    notice_until date,
    closed_on date,
    constraint claim_in_zone unique (zone_id, id),
    constraint claim_of_somebody check (person_id is not null or organization_id is not null),
    constraint claim_person_in_same_zone foreign key (zone_id, person_id) references core.person (zone_id, id),
    constraint claim_org_in_same_zone foreign key (zone_id, organization_id) references core.organization (zone_id, id),
    constraint claim_spouse_in_same_zone foreign key (zone_id, spouse_id) references core.person (zone_id, id),
    constraint claim_spouse_is_another check (spouse_id <> person_id and not (no_spouse and spouse_id is not null)),
    constraint claim_version_of_policy foreign key (policy_id, version_id) references eligibility.version (policy_id, id),
    constraint claim_benefit_of_version foreign key (version_id, benefit_code) references eligibility.benefit (version_id, code),
    constraint claim_decision_in_same_zone foreign key (zone_id, decision_id) references eligibility.decision (zone_id, id),
    constraint claim_dated_in_order check (applied_on <= submitted_on and submitted_on <= received_on and published_on <= notice_until),
    constraint claim_applied_unless_draft check (applied_on is not null or state in ('draft', 'withdrawn'))
);
comment on column eligibility.claim.organization_id is 'the applicant, or the organization of the person who applies';
comment on column eligibility.claim.decision_id is 'the decision it rests on: at first the one that it was opened with, then that of the recheck';
comment on column eligibility.claim.round is 'counts submissions: after a return every review is taken anew';
comment on column eligibility.claim.applied_on is 'the first submission: the day on which the claim was made, by which windows are judged';
comment on column eligibility.claim.deemed is 'received because nobody told in time what was missing';

-- One open claim for one benefit; what was granted once is kept by award_once, in all zones.
create unique index claim_open_once on eligibility.claim (zone_id, policy_id, benefit_code, person_id)
    where person_id is not null and state not in ('paid', 'refused', 'withdrawn', 'lapsed', 'clawed_back');
create unique index claim_open_once_per_org on eligibility.claim (zone_id, policy_id, benefit_code, organization_id)
    where person_id is null and state not in ('paid', 'refused', 'withdrawn', 'lapsed', 'clawed_back');
create index claim_by_state on eligibility.claim (zone_id, state, id);
create index claim_by_person on eligibility.claim (zone_id, person_id);

select core.declare_reference('eligibility.claim_state'), core.declare_reference('eligibility.claim_transition'),
    core.declare_owned('eligibility.claim');
select core.declare_code('CL');

-- What the program found when it decided about a claim anew, handed to the verb that rests on it.
create type eligibility.assessment as (
    version_code text, as_of date, verdict text, yes_mask bigint, no_mask bigint, window_from date, window_until date,
    total_fen bigint, input text, answer text,
    -- What the claim's benefit comes to, the cap over all awards, and the zone that holds the project.
    amount_fen bigint, principal_fen bigint, months int, cap_fen bigint, funder text,
    -- The latest fact on record when it was read: what was recorded since was not looked at.
    facts_seen bigint
);
