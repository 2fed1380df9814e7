-- The handoff's state machine as data: the program's own table is compared with it by a test.
create table handoff.state (
    code text primary key,
    open boolean not null
);
insert into handoff.state values
    ('draft', true), ('requested', true), ('offered', true), ('query', true), ('countered', true), ('accepted', false),
    ('landed', false), ('settled', false), ('rejected', false), ('withdrawn', false), ('expired', false);

-- `days` working days run for the side that has to act in `to_state`; null gives back the days that the answer had left.
-- `notice` is what the other side is told. Silence never accepts: a lapse gives back, or asks the joint office.
create table handoff.rule (
    from_state text not null references handoff.state,
    action text not null,
    to_state text not null references handoff.state,
    side text not null constraint rule_side_known check (side in ('sender', 'receiver', 'clock', 'joint_office')),
    days int constraint rule_days_positive check (days > 0),
    notice text not null,
    on_lapse text constraint rule_lapse_known check (on_lapse in ('return', 'escalate')),
    constraint rule_once primary key (from_state, action),
    constraint rule_lapse_says_what_then check ((action = 'lapse') = (on_lapse is not null))
);
insert into handoff.rule values
    ('draft', 'request', 'requested', 'receiver', 3, 'handoff_requested'),
    ('draft', 'offer', 'offered', 'sender', 3, 'handoff_offered'),
    ('requested', 'offer', 'offered', 'sender', 3, 'handoff_offered'),
    ('requested', 'reject', 'rejected', 'sender', null, 'handoff_rejected'),
    ('requested', 'withdraw', 'withdrawn', 'receiver', null, 'handoff_withdrawn'),
    ('offered', 'ask', 'query', 'receiver', 3, 'handoff_asked'),
    ('query', 'answer', 'offered', 'sender', null, 'handoff_answered'),
    ('offered', 'counter', 'countered', 'receiver', 7, 'handoff_countered'),
    ('countered', 'agree', 'offered', 'sender', 3, 'handoff_agreed'),
    ('offered', 'accept', 'accepted', 'receiver', null, 'handoff_accepted'),
    ('offered', 'reject', 'rejected', 'receiver', null, 'handoff_rejected'),
    ('query', 'reject', 'rejected', 'receiver', null, 'handoff_rejected'),
    ('countered', 'reject', 'rejected', 'receiver', null, 'handoff_rejected'),
    ('draft', 'withdraw', 'withdrawn', 'sender', null, 'handoff_withdrawn'),
    ('offered', 'withdraw', 'withdrawn', 'sender', null, 'handoff_withdrawn'),
    ('query', 'withdraw', 'withdrawn', 'sender', null, 'handoff_withdrawn'),
    ('countered', 'withdraw', 'withdrawn', 'sender', null, 'handoff_withdrawn'),
    ('offered', 'forestall', 'withdrawn', 'clock', null, 'handoff_forestalled'),
    ('query', 'forestall', 'withdrawn', 'clock', null, 'handoff_forestalled'),
    ('countered', 'forestall', 'withdrawn', 'clock', null, 'handoff_forestalled'),
    ('accepted', 'land', 'landed', 'receiver', null, 'handoff_landed'),
    ('landed', 'settle', 'settled', 'joint_office', null, 'handoff_settled');
insert into handoff.rule values
    ('requested', 'lapse', 'expired', 'clock', null, 'handoff_expired', 'return'),
    ('offered', 'lapse', 'expired', 'clock', null, 'handoff_expired', 'return'),
    ('query', 'lapse', 'expired', 'clock', null, 'handoff_expired', 'return'),
    ('countered', 'lapse', 'expired', 'clock', null, 'handoff_expired', 'escalate');

-- `round` joins the offers of one part to several zones, of which the first acceptance stands.
create table handoff.handoff (
    id bigint generated always as identity primary key,
    code text not null constraint handoff_code_once unique,
    part_id bigint not null references handoff.project_part,
    project_code text not null,
    from_zone_id bigint not null references core.zone,
    to_zone_id bigint not null references core.zone,
    round text not null,
    parent_id bigint references handoff.handoff,
    state text not null references handoff.state,
    version int not null default 1,
    epoch int not null,
    reason text not null,
    keeps text not null default 'status' constraint handoff_keeps_known check (keeps in ('status', 'read')),
    leg text,
    due_on date,
    days_left int,
    offered_at timestamptz not null,
    accepted_on date,
    landed_on date,
    milestone text constraint handoff_milestone_known check (milestone in ('registered', 'started', 'produced')),
    receipt text constraint handoff_receipt_once unique,
    open boolean not null generated always as (state in ('draft', 'requested', 'offered', 'query', 'countered')) stored,
    on_offer boolean not null generated always as (state in ('offered', 'query', 'countered')) stored,
    constraint handoff_between_two_zones check (from_zone_id <> to_zone_id),
    constraint handoff_landed_after_acceptance check (landed_on >= accepted_on),
    constraint handoff_clock_while_open check (state not in ('offered', 'query', 'countered') or due_on is not null),
    constraint handoff_one_open_per_part exclude using gist (part_id with =, round with <>) where (on_offer)
) with (fillfactor = 70);
create unique index handoff_open_once_per_zone on handoff.handoff (part_id, to_zone_id) where open;
create index handoff_by_receiver on handoff.handoff (to_zone_id, id);
create index handoff_by_sender on handoff.handoff (from_zone_id, id);
create index handoff_due_at_receiver on handoff.handoff (to_zone_id, due_on) where open;
create index handoff_due_at_sender on handoff.handoff (from_zone_id, due_on) where open;

-- What happened, for both sides; each step obeys a rule, and each row's hash covers the one before it.
create table handoff.history (
    handoff_id bigint not null references handoff.handoff,
    version int not null,
    from_zone_id bigint not null references core.zone,
    to_zone_id bigint not null references core.zone,
    from_state text not null,
    action text not null,
    to_state text not null,
    at timestamptz not null,
    actor text not null,
    by_zone_id bigint references core.zone,
    note text,
    hash bytea not null,
    constraint history_in_sequence primary key (handoff_id, version),
    constraint history_follows_a_rule foreign key (from_state, action) references handoff.rule (from_state, action)
);
comment on column handoff.history.by_zone_id is 'null for a regional joint office';

-- What is handed over, by hash; the receiver sees what was released to it.
create table handoff.item (
    handoff_id bigint not null references handoff.handoff,
    from_zone_id bigint not null references core.zone,
    to_zone_id bigint not null references core.zone,
    document_code text not null,
    title text not null,
    sha256 bytea not null,
    disclose text not null constraint item_disclose_known check (disclose in ('preview', 'full')),
    released boolean not null,
    constraint item_once primary key (handoff_id, document_code)
);

select core.declare_reference('handoff.state'), core.declare_reference('handoff.rule'),
    core.declare_two_party('handoff.handoff'), core.declare_two_party('handoff.history'),
    core.declare('handoff.item', 'two_party', 'from_zone_id = (select core.active_zone())
        or (to_zone_id = (select core.active_zone()) and released)', '{}');
select core.declare_code('H');
