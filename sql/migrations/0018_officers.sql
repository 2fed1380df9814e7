-- The people behind the logins, and which duties one person should not unite.
create table core.officer (
    login text primary key,
    name text not null,
    -- The operating system's user who comes in as this login; null for one who comes by the network.
    os_user text,
    opened_at timestamptz not null default clock_timestamp(),
    closed_at timestamptz,
    constraint officer_os_user_form check (os_user ~ '^[a-z_][a-z0-9_.-]{0,31}$' and os_user !~ '^zb_'),
    constraint officer_closed_after_opened check (closed_at >= opened_at)
);
select core.declare_hidden('core.officer');

-- Both halves of a pair of eyes: one person with both is no breach, each case is checked, but an auditor should know.
create table core.duty_pair (
    first text not null,
    second text not null,
    reason_zh text not null,
    reason_en text not null,
    constraint duty_pair_once primary key (first, second)
);
select core.declare_reference('core.duty_pair');
insert into core.duty_pair values
    ('officer', 'reviewer', '受理录入与审核', 'entry and review'),
    ('reviewer', 'cashier', '审核与拨付', 'review and payment'),
    ('officer', 'cashier', '受理录入与拨付', 'entry and payment'),
    ('admin', 'auditor', '授权与审计', 'granting and auditing'),
    ('admin', 'cashier', '授权与拨付', 'granting and payment');
