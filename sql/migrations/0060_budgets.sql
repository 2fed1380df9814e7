-- What a zone may grant under a policy in a year, by the treasury's layer that gives it, and the ledger of every fen.
create table eligibility.budget (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    code text not null constraint budget_code_once unique,
    policy_id bigint not null references eligibility.policy,
    year int not null constraint budget_year_plausible check (year between 2000 and 2999),
    layer text not null constraint budget_layer_known check (layer in ('nation', 'province', 'city', 'zone')),
    total_fen bigint not null constraint budget_total_in_range check (total_fen between 0 and 1000000000000000),
    reserved_fen bigint not null default 0 constraint budget_reserved_not_negative check (reserved_fen >= 0),
    paid_fen bigint not null default 0 constraint budget_paid_not_negative check (paid_fen >= 0),
    closed_on date,
    constraint budget_not_overspent check (reserved_fen + paid_fen <= total_fen),
    constraint budget_in_zone unique (zone_id, id),
    constraint budget_once_per_year_and_layer unique (zone_id, policy_id, year, layer)
) with (fillfactor = 50);
comment on table eligibility.budget is
    'free is total less reserved less paid; a row changes only by eligibility.move_money, which writes the ledger';
comment on column eligibility.budget.closed_on is 'carried over: nothing new is reserved from it';

-- Append-only. Each entry takes an amount out of one account of a budget and puts it into another, so that all
-- accounts of a budget sum to nothing; `source` is the treasury that gave the money.
create table eligibility.budget_entry (
    id bigint generated always as identity primary key,
    zone_id bigint not null,
    budget_id bigint not null,
    at timestamptz not null,
    act text not null constraint entry_act_known check (act in
        ('allot', 'correct', 'reserve', 'commit', 'release', 'return', 'recover', 'carry')),
    from_account text not null constraint entry_from_known check (from_account in ('source', 'free', 'reserved', 'paid')),
    to_account text not null constraint entry_to_known check (to_account in ('source', 'free', 'reserved', 'paid')),
    amount_fen bigint not null constraint entry_amount_positive check (amount_fen > 0),
    reference text not null,
    actor text not null default session_user,
    constraint entry_between_two_accounts check (from_account <> to_account),
    constraint entry_of_budget foreign key (zone_id, budget_id) references eligibility.budget (zone_id, id)
);
create index entry_by_budget on eligibility.budget_entry (zone_id, budget_id, id);
create index entry_by_reference on eligibility.budget_entry (zone_id, reference);
comment on column eligibility.budget_entry.reference is
    'what it was for: claim:CL-2024-000001, budget:BU-2024-000001; a payment adds its own, claim:…/payment:…';

create function eligibility.keep_ledger() returns trigger language plpgsql set search_path = core, pg_temp as $$
begin
    perform core.reject('ledger_append_only', old.id::text);
    return null;
end $$;
create trigger ledger_append_only before update or delete on eligibility.budget_entry
    for each row execute function eligibility.keep_ledger();

select core.declare_owned('eligibility.budget'), core.declare_owned('eligibility.budget_entry');
select core.declare_code('BU');

-- The accounts of each budget as the ledger has them.
create view eligibility.budget_account with (security_invoker) as
select e.zone_id, e.budget_id, a.account, sum(case when a.account = e.to_account then e.amount_fen else -e.amount_fen end) as fen
from eligibility.budget_entry e
cross join lateral (values (e.from_account), (e.to_account)) as a (account)
group by e.zone_id, e.budget_id, a.account;

-- Budget rows that are not the sums of their ledger; there must never be one.
create view eligibility.budget_out_of_balance with (security_invoker) as
select b.zone_id, b.code, b.total_fen, b.reserved_fen, b.paid_fen
from eligibility.budget b
where (b.total_fen - b.reserved_fen - b.paid_fen, b.reserved_fen, b.paid_fen, b.total_fen) <> (
    select coalesce(sum(a.fen) filter (where a.account = 'free'), 0), coalesce(sum(a.fen) filter (where a.account = 'reserved'), 0),
        coalesce(sum(a.fen) filter (where a.account = 'paid'), 0), coalesce(-sum(a.fen) filter (where a.account = 'source'), 0)
    from eligibility.budget_account a where a.zone_id = b.zone_id and a.budget_id = b.id);
grant select on eligibility.budget_account, eligibility.budget_out_of_balance to zb_reader, zb_joint_office;
