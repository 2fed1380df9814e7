-- Handoffs of parts between zones, their histories, what goes with them, and corrections.

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
    moved_at timestamptz not null,
    accepted_on date,
    landed_on date,
    milestone text constraint handoff_milestone_known check (milestone in ('registered', 'started', 'produced')),
    receipt text constraint handoff_receipt_once unique,
    open boolean not null generated always as (state in ('draft', 'requested', 'offered', 'query', 'countered')) stored,
    on_offer boolean not null generated always as (state in ('offered', 'query', 'countered')) stored,
    constraint handoff_with_its_zones unique (id, from_zone_id, to_zone_id),
    constraint handoff_between_two_zones check (from_zone_id <> to_zone_id),
    constraint handoff_landed_after_acceptance check (landed_on >= accepted_on),
    constraint handoff_clock_while_open check (state not in ('offered', 'query', 'countered') or due_on is not null),
    constraint handoff_one_open_per_part exclude using gist (part_id with =, round with <>) where (on_offer)
) with (fillfactor = 70);
create unique index handoff_open_once_per_zone on handoff.handoff (part_id, to_zone_id) where open;
create index handoff_by_receiver on handoff.handoff (to_zone_id, id);
create index handoff_by_sender on handoff.handoff (from_zone_id, id);
-- Without the day, so that a step changes nothing that is indexed; the open ones of a zone are few.
create index handoff_open_at_receiver on handoff.handoff (to_zone_id) where open;
create index handoff_open_at_sender on handoff.handoff (from_zone_id) where open;

-- What happened, for both sides; each step obeys a rule, and each row's hash covers the one before it.
create table handoff.history (
    handoff_id bigint not null,
    version int not null,
    from_zone_id bigint not null,
    to_zone_id bigint not null,
    from_state text not null,
    action text not null,
    to_state text not null,
    at timestamptz not null,
    actor text not null,
    by_zone_id bigint references core.zone,
    note text,
    hash bytea not null,
    constraint history_in_sequence primary key (handoff_id, version),
    constraint history_of_its_handoff foreign key (handoff_id, from_zone_id, to_zone_id)
        references handoff.handoff (id, from_zone_id, to_zone_id),
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

-- The one way past the rules: two people of the joint office give a project back that should not have changed hands. What
-- the first proposed ends by itself when no second one confirms it.
create table handoff.correction (
    id bigint generated always as identity primary key,
    handoff_id bigint not null,
    from_zone_id bigint not null,
    to_zone_id bigint not null,
    reason text not null,
    proposed_by text not null,
    proposed_at timestamptz not null,
    expires_on date not null,
    confirmed_by text,
    confirmed_at timestamptz,
    constraint correction_of_its_handoff foreign key (handoff_id, from_zone_id, to_zone_id)
        references handoff.handoff (id, from_zone_id, to_zone_id),
    constraint correction_by_two_people check (confirmed_by <> proposed_by),
    constraint correction_confirmed_by_somebody check ((confirmed_by is null) = (confirmed_at is null))
);
create unique index correction_once_open on handoff.correction (handoff_id) where confirmed_at is null;

select core.declare_two_party('handoff.handoff'), core.declare_two_party('handoff.history'),
    core.declare_two_party('handoff.correction'),
    core.declare('handoff.item', 'two_party', 'from_zone_id = (select core.active_zone())
        or (to_zone_id = (select core.active_zone()) and released)', '{}');
select core.declare_code('H');
