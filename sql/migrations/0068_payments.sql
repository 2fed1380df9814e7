-- Payments of claims: ordered in batches, sent to the bank as a file, paid or returned by the bank's answer.
create table eligibility.payment_batch (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    code text not null constraint batch_code_once unique,
    ordered_at timestamptz not null,
    ordered_by text not null default session_user,
    payments int not null constraint batch_not_empty check (payments > 0),
    total_fen bigint not null constraint batch_total_positive check (total_fen > 0),
    -- SHA-256 over the lines `payment|claim|fen` in the order of the payments' codes.
    digest bytea not null,
    state text not null default 'open' constraint batch_state_known check (state in ('open', 'exported', 'cancelled')),
    exported_at timestamptz,
    export_request uuid,
    exported_by text,
    export_xact xid8,
    constraint batch_in_zone unique (zone_id, id),
    constraint batch_exported_on_record check ((exported_at is not null) = (state = 'exported'))
);

create table eligibility.payment (
    id bigint generated always as identity primary key,
    zone_id bigint not null,
    code text not null constraint payment_code_once unique,
    batch_id bigint not null,
    claim_id bigint not null,
    award_id bigint not null,
    payee_id bigint not null,
    part int not null constraint payment_part_positive check (part > 0),
    attempt int not null constraint payment_attempt_positive check (attempt > 0),
    amount_fen bigint not null constraint payment_amount_positive check (amount_fen > 0),
    state text not null default 'ordered'
        constraint payment_state_known check (state in ('ordered', 'paid', 'returned', 'cancelled')),
    settled_on date,
    reason text,
    bank_reference text,
    -- It came back after the bank had said that it was paid.
    bounced boolean not null default false,
    constraint payment_in_zone unique (zone_id, id),
    constraint payment_of_batch foreign key (zone_id, batch_id) references eligibility.payment_batch (zone_id, id),
    constraint payment_of_claim foreign key (zone_id, claim_id) references eligibility.claim (zone_id, id),
    constraint payment_of_award foreign key (zone_id, award_id) references eligibility.award (zone_id, id),
    constraint payment_to_payee foreign key (zone_id, payee_id) references eligibility.payee (zone_id, id),
    constraint payment_settled_on_record check ((settled_on is not null) = (state in ('paid', 'returned'))),
    constraint payment_returned_with_reason check (state <> 'returned' or reason is not null)
) with (fillfactor = 70);
-- Money moves once for a part of a claim, whoever orders it: what was returned may be ordered again.
create unique index payment_once_per_part on eligibility.payment (claim_id, part) where state in ('ordered', 'paid');
create index payment_by_batch on eligibility.payment (batch_id);
create index payment_by_claim on eligibility.payment (claim_id, part);
comment on column eligibility.payment.part is 'the month of a monthly benefit; 1 for what is paid at once';

-- The files with which a bank answered.
create table eligibility.payment_result (
    zone_id bigint not null,
    batch_id bigint not null,
    file_sha256 bytea not null,
    imported_at timestamptz not null,
    paid int not null,
    returned int not null,
    constraint result_once_a_file primary key (batch_id, file_sha256),
    constraint result_of_batch_on_record foreign key (zone_id, batch_id) references eligibility.payment_batch (zone_id, id)
);

-- What was ordered never changes: to whom, for which claim, how much.
create function eligibility.keep_payment() returns trigger language plpgsql set search_path = core, pg_temp as $$
begin
    if tg_op = 'DELETE' or (new.zone_id, new.code, new.batch_id, new.claim_id, new.award_id, new.payee_id, new.part,
        new.attempt, new.amount_fen) is distinct from (old.zone_id, old.code, old.batch_id, old.claim_id, old.award_id,
        old.payee_id, old.part, old.attempt, old.amount_fen) then
        perform core.reject('payment_immutable', old.code);
    end if;
    return new;
end $$;
create trigger payment_immutable before update of zone_id, code, batch_id, claim_id, award_id, payee_id, part, attempt,
    amount_fen or delete on eligibility.payment for each row execute function eligibility.keep_payment();

-- A batch is what its payments sum to.
create function eligibility.check_batch() returns trigger language plpgsql set search_path = core, pg_temp as $$
declare
    wrong text;
begin
    select b.code into wrong from eligibility.payment_batch b
    join lateral (
        select count(*) as payments, sum(p.amount_fen) as fen from eligibility.payment p where p.batch_id = b.id) s on true
    where b.id in (select n.batch_id from inserted n) and (b.payments <> s.payments or b.total_fen <> s.fen);
    if found then perform core.reject('batch_sums_its_payments', wrong); end if;
    return null;
end $$;
create trigger batch_sums_its_payments after insert on eligibility.payment
    referencing new table as inserted for each statement execute function eligibility.check_batch();

select core.declare_owned('eligibility.payment_batch', hide => array['export_request', 'export_xact']),
    core.declare_owned('eligibility.payment'), core.declare_owned('eligibility.payment_result');
select core.declare_code('PB'), core.declare_code('PM');
