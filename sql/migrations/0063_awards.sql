-- What was granted for a claim: made when the money is reserved, unique on natural persons and licences in all zones.
create table eligibility.award (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    claim_id bigint not null,
    policy_id bigint not null references eligibility.policy,
    version_id bigint not null references eligibility.version,
    benefit_code text not null,
    decision_id bigint not null,
    applicant_key text not null,
    amount_fen bigint not null constraint award_amount_positive check (amount_fen > 0),
    deducted_fen bigint not null default 0 constraint award_deducted_not_negative check (deducted_fen >= 0),
    principal_fen bigint constraint award_principal_positive check (principal_fen > 0),
    months int constraint award_months_positive check (months > 0),
    cap_scope text,
    cap_key text,
    state text not null default 'reserved' constraint award_state_known check (state in ('reserved', 'ended', 'released', 'recovered')),
    reserved_on date not null,
    ended_on date,
    constraint award_in_zone unique (zone_id, id),
    constraint award_claim_in_same_zone foreign key (zone_id, claim_id) references eligibility.claim (zone_id, id),
    constraint award_decision_in_same_zone foreign key (zone_id, decision_id) references eligibility.decision (zone_id, id),
    constraint award_ended_on_record check ((state = 'reserved') = (ended_on is null))
);
create unique index award_once_per_claim on eligibility.award (claim_id) where state <> 'released';
create index award_by_applicant on eligibility.award (applicant_key);
comment on column eligibility.award.applicant_key is 'the natural person or the licence behind the applicant, as in award_key.key';
comment on column eligibility.award.amount_fen is 'what the treasury pays in all: of a loan the interest that is subsidised';
comment on column eligibility.award.deducted_fen is 'what was taken off for another award, by an exclusion';
comment on column eligibility.award.principal_fen is 'of a loan, the most that is lent';
comment on column eligibility.award.state is
    'reserved: money is held or was paid; ended: partly paid, the rest released; released: nothing was paid; recovered: all came back';

-- The parts of an award by layer; they sum to the award, the last takes the remainder.
create table eligibility.award_part (
    zone_id bigint not null,
    award_id bigint not null,
    position int not null,
    layer text not null,
    share_ppm bigint not null constraint award_part_share_in_range check (share_ppm between 0 and 1000000),
    budget_id bigint not null references eligibility.budget,
    amount_fen bigint not null constraint award_part_not_negative check (amount_fen >= 0),
    reserved_fen bigint not null constraint award_part_reserved_not_negative check (reserved_fen >= 0),
    paid_fen bigint not null default 0 constraint award_part_paid_not_negative check (paid_fen >= 0),
    constraint award_part_pkey primary key (award_id, position),
    constraint award_part_within_amount check (reserved_fen + paid_fen <= amount_fen),
    constraint award_part_of_award foreign key (zone_id, award_id) references eligibility.award (zone_id, id)
);
comment on column eligibility.award_part.budget_id is 'of the zone that holds the project where the policy lets that zone pay: maybe another';

-- Who and what an award counts for: natural persons, families, licences, sites.
create table eligibility.award_key (
    zone_id bigint not null,
    award_id bigint not null,
    policy_id bigint not null,
    benefit_code text not null,
    scope text not null constraint award_key_scope_known check (scope in ('person', 'org', 'family', 'site', 'licence')),
    key text not null,
    person_id bigint,
    organization_id bigint,
    is_active boolean not null default true,
    constraint award_key_pkey primary key (award_id, scope, key),
    constraint award_key_of_award foreign key (zone_id, award_id) references eligibility.award (zone_id, id)
);
create unique index award_once on eligibility.award_key (policy_id, benefit_code, scope, key) where is_active;
create index award_key_by_person on eligibility.award_key (person_id) where person_id is not null;
create index award_key_by_org on eligibility.award_key (organization_id) where organization_id is not null;

-- What was granted under a policy's cap, by whom the cap is summed over.
create table eligibility.award_cap (
    policy_id bigint not null references eligibility.policy,
    scope text not null,
    key text not null,
    cap_fen bigint not null,
    used_fen bigint not null constraint cap_used_not_negative check (used_fen >= 0),
    constraint award_cap_pkey primary key (policy_id, scope, key),
    constraint cap_not_exceeded check (used_fen <= cap_fen)
);

select core.declare_owned('eligibility.award', hide => array['applicant_key', 'cap_key']), core.declare_owned('eligibility.award_part'),
    core.declare_hidden('eligibility.award_key'), core.declare_hidden('eligibility.award_cap');
