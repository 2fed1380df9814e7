-- The handoff's state machine as data: the program's own table is compared with it by a test.
create table handoff.state (
    code text primary key,
    open boolean not null
);
insert into handoff.state values
    ('draft', true), ('requested', true), ('offered', true), ('query', true), ('countered', true), ('accepted', false),
    ('landed', false), ('settled', false), ('corrected', false), ('rejected', false), ('withdrawn', false),
    ('expired', false);

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
    ('accepted', 'correct', 'corrected', 'joint_office', null, 'handoff_corrected'),
    ('landed', 'correct', 'corrected', 'joint_office', null, 'handoff_corrected'),
    ('landed', 'settle', 'settled', 'joint_office', null, 'handoff_settled');
insert into handoff.rule values
    ('requested', 'lapse', 'expired', 'clock', null, 'handoff_expired', 'return'),
    ('offered', 'lapse', 'expired', 'clock', null, 'handoff_expired', 'return'),
    ('query', 'lapse', 'expired', 'clock', null, 'handoff_expired', 'return'),
    ('countered', 'lapse', 'expired', 'clock', null, 'handoff_expired', 'escalate');

select core.declare_reference('handoff.state'), core.declare_reference('handoff.rule');
