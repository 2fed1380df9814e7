-- The handoff's state machine as data: the program's own table is compared with it by a test.
create table handoff.state (
    code text primary key,
    open boolean not null
);
insert into handoff.state values
    ('draft', true), ('requested', true), ('offered', true), ('query', true), ('countered', true), ('accepted', false),
    ('landed', false), ('settled', false), ('rejected', false), ('withdrawn', false), ('expired', false);

-- `days` working days run for the side that has to act in `to_state`; null where nobody is waited for.
create table handoff.rule (
    from_state text not null references handoff.state,
    action text not null,
    to_state text not null references handoff.state,
    side text not null constraint rule_side_known check (side in ('sender', 'receiver', 'clock', 'joint_office')),
    days int constraint rule_days_positive check (days > 0),
    constraint rule_once primary key (from_state, action)
);
insert into handoff.rule values
    ('draft', 'offer', 'offered', 'sender', 3), ('requested', 'offer', 'offered', 'sender', 3),
    ('offered', 'ask', 'query', 'receiver', 3), ('query', 'answer', 'offered', 'sender', null),
    ('offered', 'counter', 'countered', 'receiver', 7), ('countered', 'agree', 'offered', 'sender', 3),
    ('offered', 'accept', 'accepted', 'receiver', null),
    ('offered', 'reject', 'rejected', 'receiver', null), ('query', 'reject', 'rejected', 'receiver', null),
    ('countered', 'reject', 'rejected', 'receiver', null),
    ('draft', 'withdraw', 'withdrawn', 'sender', null), ('offered', 'withdraw', 'withdrawn', 'sender', null),
    ('query', 'withdraw', 'withdrawn', 'sender', null), ('countered', 'withdraw', 'withdrawn', 'sender', null),
    ('offered', 'lapse', 'expired', 'clock', null), ('query', 'lapse', 'expired', 'clock', null),
    ('countered', 'lapse', 'expired', 'clock', null), ('requested', 'lapse', 'expired', 'clock', null),
    ('accepted', 'land', 'landed', 'receiver', null), ('landed', 'settle', 'settled', 'joint_office', null);

create table handoff.handoff (
    id bigint generated always as identity primary key,
    code text not null constraint handoff_code_once unique,
    part_id bigint not null references handoff.project_part,
    project_code text not null,
    from_zone_id bigint not null references core.zone,
    to_zone_id bigint not null references core.zone,
    state text not null references handoff.state,
    version int not null default 1,
    epoch int not null,
    reason text not null,
    due_on date,
    offered_at timestamptz not null,
    open boolean not null generated always as (state in ('draft', 'requested', 'offered', 'query', 'countered')) stored,
    constraint handoff_between_two_zones check (from_zone_id <> to_zone_id)
) with (fillfactor = 70);
create unique index handoff_one_open_per_part on handoff.handoff (part_id) where open;
create index handoff_by_receiver on handoff.handoff (to_zone_id, id);
create index handoff_by_sender on handoff.handoff (from_zone_id, id);

-- What happened, for both sides; each step obeys a rule.
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
    by_zone_id bigint not null references core.zone,
    note text,
    constraint history_in_sequence primary key (handoff_id, version),
    constraint history_follows_a_rule foreign key (from_state, action) references handoff.rule (from_state, action)
);

-- How credit for what comes of it is shared, in basis points a measure; each measure sums to the whole.
create table handoff.credit_share (
    handoff_id bigint not null references handoff.handoff,
    from_zone_id bigint not null references core.zone,
    to_zone_id bigint not null references core.zone,
    measure text not null constraint credit_measure_known check (measure in ('tax', 'output', 'investment', 'signings')),
    zone_id bigint not null references core.zone,
    basis_points int not null constraint credit_share_in_range check (basis_points between 0 and 10000),
    constraint credit_share_once primary key (handoff_id, measure, zone_id)
);
create function handoff.check_credit() returns trigger language plpgsql set search_path = core, pg_temp as $$
declare
    total int := (
        select sum(s.basis_points) from handoff.credit_share s
        where s.handoff_id = new.handoff_id and s.measure = new.measure);
begin
    if total <> 10000 then perform core.reject('credit_sums_to_whole', new.measure, total::text); end if;
    return null;
end $$;
create constraint trigger credit_sums_to_whole after insert or update on handoff.credit_share
    deferrable initially deferred for each row execute function handoff.check_credit();

select core.declare_reference('handoff.state'), core.declare_reference('handoff.rule'),
    core.declare_two_party('handoff.handoff'), core.declare_two_party('handoff.history'),
    core.declare_two_party('handoff.credit_share');
select core.declare_code('H');
