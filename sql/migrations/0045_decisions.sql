-- Decisions that were shown or claimed: what was known, what was answered, never changed.
create table eligibility.decision (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    code text not null constraint decision_code_once unique,
    person_id bigint,
    organization_id bigint,
    version_id bigint not null references eligibility.version,
    as_of date not null,
    known_at timestamptz,
    decided_at timestamptz not null,
    verdict text not null constraint decision_verdict_known check (verdict in ('yes', 'no', 'unknown')),
    yes_mask bigint not null,
    no_mask bigint not null,
    window_from date,
    window_until date,
    amount_fen bigint,
    input text not null,
    input_sha256 bytea not null,
    answer text not null,
    constraint decision_in_zone unique (zone_id, id),
    constraint decision_of_one_subject check (num_nonnulls(person_id, organization_id) = 1),
    constraint decision_person_in_same_zone foreign key (zone_id, person_id) references core.person (zone_id, id),
    constraint decision_org_in_same_zone foreign key (zone_id, organization_id) references core.organization (zone_id, id),
    constraint decision_clause_one_way check (yes_mask & no_mask = 0),
    constraint decision_window_in_order check (window_until >= window_from),
    constraint decision_hash_of_input check (input_sha256 = sha256(convert_to(input, 'UTF8')))
);
create index decision_by_person on eligibility.decision (zone_id, person_id);
comment on column eligibility.decision.yes_mask is 'bit n: clause n of the version holds; in neither mask it is unknown';
comment on column eligibility.decision.amount_fen is 'null unless the amount is exact';

create function eligibility.keep_decision() returns trigger language plpgsql set search_path = core, pg_temp as $$
begin
    perform core.reject('decision_immutable', old.code);
    return null;
end $$;
create trigger decision_immutable before update or delete on eligibility.decision
    for each row execute function eligibility.keep_decision();

-- The answer of the last sweep for everybody: one row a person and policy, and one for each edge of a window.
create table eligibility.outlook (
    zone_id bigint not null references core.zone,
    person_id bigint not null,
    policy_id bigint not null references eligibility.policy,
    version_id bigint not null references eligibility.version,
    as_of date not null,
    verdict text not null constraint outlook_verdict_known check (verdict in ('yes', 'no', 'unknown')),
    yes_mask bigint not null,
    no_mask bigint not null,
    near_clause text,
    window_from date,
    window_until date,
    constraint outlook_once primary key (zone_id, policy_id, person_id),
    constraint outlook_person_in_same_zone foreign key (zone_id, person_id) references core.person (zone_id, id),
    constraint outlook_clause_one_way check (yes_mask & no_mask = 0),
    constraint outlook_window_in_order check (window_until >= window_from)
);
create index outlook_near_miss on eligibility.outlook (zone_id, near_clause, policy_id) where near_clause is not null;
comment on column eligibility.outlook.near_clause is 'the only clause that keeps the person from a yes';

create table eligibility.outlook_edge (
    zone_id bigint not null references core.zone,
    on_day date not null,
    person_id bigint not null,
    policy_id bigint not null references eligibility.policy,
    becomes boolean not null,
    constraint outlook_edge_once primary key (zone_id, on_day, person_id, policy_id, becomes),
    constraint outlook_edge_person_in_same_zone foreign key (zone_id, person_id) references core.person (zone_id, id)
);
create index outlook_edge_by_person on eligibility.outlook_edge (zone_id, person_id);
comment on table eligibility.outlook_edge is 'the first day of yes (becomes) or the first day after it';

select core.declare_owned('eligibility.decision'), core.declare_owned('eligibility.outlook'),
    core.declare_owned('eligibility.outlook_edge');
select core.declare_code('DE');

-- For claims: what was decided, with its policy and version.
create view eligibility.decided with (security_invoker) as
select d.zone_id, d.id as decision_id, d.code as decision_code, d.person_id, d.organization_id, p.code as policy_code,
    p.title_zh as policy_title_zh, v.id as version_id, v.code as version_code, d.as_of, d.decided_at, d.verdict,
    d.amount_fen, d.window_from, d.window_until
from eligibility.decision d
join eligibility.version v on v.id = d.version_id
join eligibility.policy p on p.id = v.policy_id;

-- For claims: what the versions in force in a zone give, with caps, scopes and who pays.
create view eligibility.offered_benefit with (security_invoker) as
select z.code as zone_code, p.code as policy_code, v.id as version_id, v.code as version_code, vz.validity, b.code as benefit_code,
    b.kind, b.name_zh, b.stage, b.amount, b.cap, b.cap_scope, b.once_per, b.months, b.spread_ppm, b.subsidy_ppm,
    b.subsidised_years, b.payers, b.ending
from eligibility.benefit b
join eligibility.version v on v.id = b.version_id
join eligibility.policy p on p.id = v.policy_id
join eligibility.version_zone vz on vz.version_id = v.id
join core.zone z on z.id = vz.zone_id;
grant select on eligibility.decided, eligibility.offered_benefit to zb_reader, zb_joint_office;
