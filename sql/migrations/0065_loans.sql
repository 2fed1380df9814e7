-- Loans: the contract, who pays its interest, its schedule as it stands and as it was, what is overdue.
create table eligibility.loan (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    code text not null constraint loan_code_once unique,
    person_id bigint not null,
    version_id bigint references eligibility.version,
    decision_id bigint,
    claim_id bigint constraint loan_once_per_claim unique,
    bank text not null,
    contract text not null,
    principal_fen bigint not null
        constraint loan_principal_in_range check (principal_fen between 1 and 10000000000000),
    rate_ppm bigint not null constraint loan_rate_in_range check (rate_ppm between 0 and 1000000),
    lpr_on date not null,
    lpr_ppm bigint not null,
    cap_ppm bigint,
    months int not null constraint loan_term_in_range check (months between 1 and 360),
    extended_months int not null default 0 constraint loan_extension_not_negative check (extended_months >= 0),
    method text not null
        constraint loan_method_known check (method in ('equal-installment', 'equal-principal', 'interest-only')),
    day_count text not null constraint loan_day_count_known check (day_count in ('act/360', 'act/365', '30/360')),
    drawn_on date not null,
    ends_on date not null,
    revision int not null default 1,
    state text not null default 'open' constraint loan_state_known check (state in ('open', 'closed')),
    closed_on date,
    constraint loan_in_zone unique (zone_id, id),
    constraint loan_contract_once unique (zone_id, bank, contract),
    constraint loan_person_in_same_zone foreign key (zone_id, person_id) references core.person (zone_id, id),
    constraint loan_decision_in_same_zone foreign key (zone_id, decision_id) references eligibility.decision (zone_id, id),
    constraint loan_claim_in_same_zone foreign key (zone_id, claim_id) references eligibility.claim (zone_id, id),
    constraint loan_rate_within_cap check (rate_ppm <= lpr_ppm + cap_ppm),
    constraint loan_ends_after_drawn check (ends_on > drawn_on),
    constraint loan_closed_on_record check ((state = 'closed') = (closed_on is not null))
);
create index loan_by_person on eligibility.loan (zone_id, person_id);
comment on column eligibility.loan.cap_ppm is 'how far the rate may lie above the LPR of its day; null: no cap';
comment on column eligibility.loan.ends_on is 'the last day of the contract as it was made; what extensions add earns no subsidy';
comment on column eligibility.loan.revision is 'counts changes: what was reckoned is what is stored';

create table eligibility.loan_layer (
    zone_id bigint not null,
    loan_id bigint not null,
    position int not null,
    payer text not null,
    formula text not null constraint loan_layer_formula_known
        check (formula ~ '^(full|share-[0-9]{1,3}(\.[0-9]{1,4})?|above-lpr-[0-9]{1,5})$'),
    from_on date,
    until_on date,
    constraint loan_layer_once primary key (loan_id, position),
    constraint loan_layer_of_loan foreign key (zone_id, loan_id) references eligibility.loan (zone_id, id),
    constraint loan_layer_days_in_order check (until_on >= from_on)
);

create table eligibility.loan_installment (
    id bigint generated always as identity primary key,
    zone_id bigint not null,
    loan_id bigint not null,
    number int not null,
    revision int not null,
    -- The revision that put others in its place; null while it stands.
    replaced_in int,
    prepaid boolean not null,
    from_on date not null,
    until_on date not null,
    due_on date not null,
    principal_fen bigint not null constraint installment_principal_not_negative check (principal_fen >= 0),
    interest_fen bigint not null constraint installment_interest_not_negative check (interest_fen >= 0),
    balance_fen bigint not null constraint installment_balance_not_negative check (balance_fen >= 0),
    constraint installment_in_zone unique (zone_id, id),
    constraint installment_of_loan foreign key (zone_id, loan_id) references eligibility.loan (zone_id, id),
    constraint installment_days_in_order check (until_on >= from_on and due_on >= from_on and due_on <= until_on)
);
create unique index installment_number_once on eligibility.loan_installment (loan_id, number) where replaced_in is null;
create index installment_due on eligibility.loan_installment (zone_id, due_on) where replaced_in is null;

-- Payments that the borrower did not make on their day.
create table eligibility.loan_overdue (
    zone_id bigint not null,
    installment_id bigint not null,
    since date not null,
    cured_on date,
    constraint overdue_once primary key (installment_id),
    constraint overdue_of_installment foreign key (zone_id, installment_id)
        references eligibility.loan_installment (zone_id, id),
    constraint overdue_cured_after_it_began check (cured_on >= since)
);

-- At the end of every transaction the standing payments pay back the whole loan: each leaves what the ones before left less
-- its principal, and the last leaves nothing.
create function eligibility.check_schedule() returns trigger language plpgsql set search_path = core, pg_temp as $$
begin
    if exists (
        select from (
            select i.balance_fen, l.principal_fen - sum(i.principal_fen) over (order by i.number) as left_fen,
                lead(i.number) over (order by i.number) as next
            from eligibility.loan_installment i join eligibility.loan l on l.id = i.loan_id
            where i.loan_id = new.loan_id and i.replaced_in is null) s
        where s.balance_fen <> s.left_fen or (s.next is null and s.balance_fen <> 0))
        or not exists (select from eligibility.loan_installment i where i.loan_id = new.loan_id and i.replaced_in is null)
    then
        perform core.reject('loan_parts_sum_to_principal', new.loan_id::text);
    end if;
    return null;
end $$;
create constraint trigger loan_parts_sum_to_principal after insert or update on eligibility.loan_installment
    deferrable initially deferred for each row execute function eligibility.check_schedule();

select core.declare_owned('eligibility.loan'), core.declare_owned('eligibility.loan_layer'),
    core.declare_owned('eligibility.loan_installment'), core.declare_owned('eligibility.loan_overdue');
select core.declare_code('LN');
