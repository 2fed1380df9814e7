-- After the payment: what is watched, and money that comes back.
create table eligibility.clawback (
    id bigint generated always as identity primary key,
    zone_id bigint not null,
    code text not null constraint clawback_code_once unique,
    claim_id bigint not null,
    amount_fen bigint not null constraint clawback_amount_positive check (amount_fen > 0),
    received_fen bigint not null default 0 constraint clawback_received_not_negative check (received_fen >= 0),
    reason text not null,
    opened_on date not null,
    closed_on date,
    constraint clawback_in_zone unique (zone_id, id),
    constraint clawback_of_claim foreign key (zone_id, claim_id) references eligibility.claim (zone_id, id),
    constraint clawback_not_overpaid check (received_fen <= amount_fen),
    constraint clawback_closed_when_received check ((closed_on is not null) = (received_fen = amount_fen))
);
create index clawback_by_claim on eligibility.clawback (zone_id, claim_id);

create table eligibility.clawback_instalment (
    zone_id bigint not null,
    clawback_id bigint not null,
    number int not null,
    due_on date not null,
    amount_fen bigint not null constraint instalment_amount_positive check (amount_fen > 0),
    constraint instalment_once primary key (clawback_id, number),
    constraint instalment_of_clawback foreign key (zone_id, clawback_id) references eligibility.clawback (zone_id, id)
);

create table eligibility.clawback_receipt (
    id bigint generated always as identity primary key,
    zone_id bigint not null,
    clawback_id bigint not null,
    -- The bank's own number of the transfer: the same one is booked once.
    reference text not null,
    amount_fen bigint not null constraint receipt_amount_positive check (amount_fen > 0),
    received_on date not null,
    constraint receipt_once unique (zone_id, reference),
    constraint receipt_of_clawback foreign key (zone_id, clawback_id) references eligibility.clawback (zone_id, id)
);

-- Facts that end a benefit when they arrive after its payment.
create table eligibility.watch_rule (
    code text primary key,
    fact text not null references eligibility.fact,
    -- The value, or for a row of a list a part of it, as a regular expression.
    pattern text not null,
    -- For so many months after the payment; null: for ever.
    months int constraint watch_rule_months_positive check (months > 0),
    title_zh text not null,
    title_en text not null,
    basis text not null
);
insert into eligibility.watch_rule values
    ('closed', 'operating', '^no$', 12, '单位注销、吊销或停业', 'the organization closed', '深圳初创企业补贴：企业注销、吊销的终止享受'),
    ('founder-left', 'legal_representative', '^no$', 12, '创业者不再是法定代表人', 'the founder left', '深圳初创企业补贴：不再是投资人的终止享受'),
    ('insured-elsewhere', 'insurance', '(^|[ ;,{])own ?= ?no\y', 12, '在其他单位参保', 'insured elsewhere',
        '深圳初创企业补贴：社保转往他处的终止享受');
select core.declare_reference('eligibility.watch_rule'), core.declare_owned('eligibility.clawback'),
    core.declare_owned('eligibility.clawback_instalment'), core.declare_owned('eligibility.clawback_receipt');
select core.declare_code('CB');

-- Claims of which something was paid, with facts of the applicant or the organization that were recorded after the
-- payment and that a rule watches; of a fact that changed again only the last counts.
create view eligibility.claim_alert with (security_invoker) as
select c.zone_id, c.id as claim_id, c.code as claim_code, r.code as trigger, r.title_zh, r.title_en, v.fact, v.observed_on,
    v.recorded_at, v.source, paid.on_day as paid_on, paid.fen as paid_fen,
    coalesce((select sum(k.amount_fen) from eligibility.clawback k where k.claim_id = c.id), 0)::bigint as claimed_back_fen
from eligibility.claim c
cross join lateral (
    select min(p.settled_on) as on_day, sum(p.amount_fen)::bigint as fen
    from eligibility.payment p where p.claim_id = c.id and p.state = 'paid') paid
join eligibility.fact_value v on v.zone_id = c.zone_id
    and (v.person_id = c.person_id or v.organization_id = c.organization_id)
join eligibility.watch_rule r on r.fact = v.fact and v.value ~ r.pattern
where paid.fen > 0 and core.day(v.recorded_at) >= paid.on_day and v.observed_on >= paid.on_day
    and (r.months is null or v.observed_on <= paid.on_day + make_interval(months => r.months))
    and not exists (
        select from eligibility.fact_value l
        where l.zone_id = v.zone_id and l.fact = v.fact and l.row_key is not distinct from v.row_key
            and l.person_id is not distinct from v.person_id and l.organization_id is not distinct from v.organization_id
            and (l.observed_on, l.id) > (v.observed_on, v.id));
grant select on eligibility.claim_alert to zb_reader, zb_joint_office;
