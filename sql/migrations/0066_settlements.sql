-- A quarter's interest, settled on the 20th: what each payment that fell due costs the borrower and each treasury.
create table eligibility.settlement (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    quarter_end date not null constraint settlement_on_the_20th
        check (extract(day from quarter_end) = 20 and extract(month from quarter_end) in (3, 6, 9, 12)),
    settled_at timestamptz not null,
    constraint settlement_once_a_quarter unique (zone_id, quarter_end),
    constraint settlement_in_zone unique (zone_id, id)
);

create table eligibility.settlement_line (
    id bigint generated always as identity primary key,
    zone_id bigint not null,
    settlement_id bigint not null,
    installment_id bigint not null constraint line_once_an_installment unique,
    interest_fen bigint not null,
    borrower_fen bigint not null,
    subsidy_fen bigint not null,
    state text not null default 'listed' constraint line_state_known check (state in ('listed', 'paid', 'overdue')),
    constraint line_in_zone unique (zone_id, id),
    constraint line_of_settlement foreign key (zone_id, settlement_id) references eligibility.settlement (zone_id, id),
    constraint line_of_installment foreign key (zone_id, installment_id)
        references eligibility.loan_installment (zone_id, id),
    constraint line_amounts_not_negative check (borrower_fen >= 0 and subsidy_fen >= 0),
    constraint line_parts_sum_to_interest check (borrower_fen + subsidy_fen = interest_fen),
    constraint line_overdue_without_subsidy check (state <> 'overdue' or subsidy_fen = 0)
);
create index line_by_settlement on eligibility.settlement_line (settlement_id, state);

create table eligibility.settlement_share (
    zone_id bigint not null,
    line_id bigint not null,
    position int not null,
    payer text not null,
    amount_fen bigint not null constraint share_not_negative check (amount_fen >= 0),
    -- Where it is reserved and spent; null where an award pays, and under no policy.
    budget_id bigint references eligibility.budget,
    constraint share_once primary key (line_id, position),
    constraint share_of_line foreign key (zone_id, line_id) references eligibility.settlement_line (zone_id, id)
);

-- The list with which a bank answered, once a bank and quarter.
create table eligibility.settlement_reply (
    zone_id bigint not null,
    settlement_id bigint not null,
    bank text not null,
    file_sha256 bytea not null,
    answered_at timestamptz not null,
    constraint reply_once_a_bank primary key (settlement_id, bank, file_sha256),
    constraint reply_of_settlement foreign key (zone_id, settlement_id) references eligibility.settlement (zone_id, id)
);

-- At the end of every transaction the treasuries' parts of a line are its subsidy.
create function eligibility.check_shares() returns trigger language plpgsql set search_path = core, pg_temp as $$
declare
    line bigint := case when tg_table_name = 'settlement_line' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'line_id' end;
begin
    if (select l.subsidy_fen from eligibility.settlement_line l where l.id = line)
        <> (select coalesce(sum(s.amount_fen), 0) from eligibility.settlement_share s where s.line_id = line) then
        perform core.reject('share_sum_is_subsidy', line::text);
    end if;
    return null;
end $$;
create constraint trigger share_sum_is_subsidy after insert or update on eligibility.settlement_line
    deferrable initially deferred for each row execute function eligibility.check_shares();
create constraint trigger share_sum_is_subsidy after insert or update on eligibility.settlement_share
    deferrable initially deferred for each row execute function eligibility.check_shares();

select core.declare_owned('eligibility.settlement'), core.declare_owned('eligibility.settlement_line'),
    core.declare_owned('eligibility.settlement_share'), core.declare_owned('eligibility.settlement_reply');
