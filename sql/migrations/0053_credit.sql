-- What credit is counted in, from when a sharing runs, and for how long (Ningde: tax from the first tax, output and
-- investment from the start of construction, five years).
create table handoff.measure (
    code text primary key,
    name_zh text not null,
    name_en text not null,
    unit text not null constraint measure_unit_known check (unit in ('fen', 'count')),
    starts text not null constraint measure_start_known check (starts in ('first_amount', 'construction', 'acceptance')),
    years int not null constraint measure_years_plausible check (years between 1 and 50)
);
insert into handoff.measure values
    ('tax', '税收', 'tax', 'fen', 'first_amount', 5), ('output', '产值', 'output', 'fen', 'construction', 5),
    ('investment', '投资额', 'investment', 'fen', 'construction', 5),
    ('signings', '签约数', 'signings', 'count', 'acceptance', 5);

-- The terms of an offer and of every counter-offer, in basis points a measure; the latest version stands.
create table handoff.terms (
    handoff_id bigint not null references handoff.handoff,
    from_zone_id bigint not null references core.zone,
    to_zone_id bigint not null references core.zone,
    version int not null,
    by_zone_id bigint not null references core.zone,
    measure text not null constraint credit_measure_known references handoff.measure,
    sender_points int not null constraint credit_sender_in_range check (sender_points between 0 and 10000),
    receiver_points int not null constraint credit_receiver_in_range check (receiver_points between 0 and 10000),
    is_double boolean not null,
    floor bigint not null constraint credit_floor_not_negative check (floor >= 0),
    years int not null constraint credit_years_plausible check (years between 1 and 50),
    constraint terms_once primary key (handoff_id, version, measure),
    constraint credit_sums_to_whole check (sender_points + receiver_points = 10000)
);
comment on column handoff.terms.is_double is 'counted for the sender besides, so that totals of the region leave it out';
comment on column handoff.terms.floor is 'what the sender gets of a year at least, in fen';

-- Terms that an acceptance made binding; they run from the day on which their measure starts.
create table handoff.agreement (
    handoff_id bigint not null references handoff.handoff,
    project_id bigint not null references handoff.project,
    part_id bigint not null references handoff.project_part,
    measure text not null references handoff.measure,
    zone_id bigint not null references core.zone,
    points int not null,
    years int not null,
    starts text not null,
    is_double boolean not null,
    floor bigint not null,
    accepted_on date not null,
    starts_on date,
    ends_on date,
    constraint agreement_once primary key (handoff_id, measure),
    constraint agreement_starts_after_acceptance check (starts_on >= accepted_on),
    constraint agreement_in_order check (ends_on > starts_on)
);

-- Whose credit a part's measure is on a day. Line 0 is the custodian's, which has what no agreement takes; an agreement's
-- line is its handoff. Lines that are not double sum to the whole on every day.
create table handoff.credit_share (
    id bigint generated always as identity primary key,
    project_id bigint not null references handoff.project,
    part_id bigint not null references handoff.project_part,
    measure text not null references handoff.measure,
    zone_id bigint not null references core.zone,
    line bigint not null,
    points int not null constraint credit_share_in_range check (points between 0 and 10000),
    is_double boolean not null default false,
    valid daterange not null constraint credit_share_valid_not_empty check (not isempty(valid)),
    constraint credit_share_one_line_a_day exclude using gist
        (part_id with =, measure with =, line with =, valid with &&)
);
create function handoff.check_credit() returns trigger language plpgsql set search_path = core, pg_temp as $$
declare
    part bigint := coalesce(new.part_id, old.part_id);
    of_measure text := coalesce(new.measure, old.measure);
    total int;
begin
    select coalesce(sum(s.points), 0) into total
    from (select distinct unnest(array[lower(b.valid), upper(b.valid)]) from handoff.credit_share b
        where b.part_id = part and b.measure = of_measure and not b.is_double) as boundary (day)
    left join handoff.credit_share s
        on s.part_id = part and s.measure = of_measure and not s.is_double and s.valid @> boundary.day
    where boundary.day is not null
    group by boundary.day having coalesce(sum(s.points), 0) <> 10000 limit 1;
    if found then perform core.reject('credit_whole_every_day', of_measure, total::text); end if;
    return null;
end $$;
create constraint trigger credit_whole_every_day after insert or update or delete on handoff.credit_share
    deferrable initially deferred for each row execute function handoff.check_credit();

-- What came of a part, and what of it was refunded to the firm.
create table handoff.amount (
    id bigint generated always as identity primary key,
    project_id bigint not null references handoff.project,
    part_id bigint not null references handoff.project_part,
    measure text not null constraint amount_measure_known references handoff.measure,
    on_day date not null,
    amount bigint not null constraint amount_in_range check (amount between 0 and 100000000000000),
    refund bigint not null constraint amount_refund_in_range check (refund between 0 and 100000000000000),
    zone_id bigint not null references core.zone
);
create index amount_by_part on handoff.amount (part_id, measure, on_day);

-- A year's credit, settled once.
create table handoff.settlement (
    project_id bigint not null references handoff.project,
    part_id bigint not null references handoff.project_part,
    year int not null,
    measure text not null references handoff.measure,
    zone_id bigint not null references core.zone,
    gross bigint not null,
    refund bigint not null,
    base bigint not null constraint settlement_base_not_negative check (base >= 0),
    share bigint not null constraint settlement_share_not_negative check (share >= 0),
    is_double boolean not null,
    settled_on date not null,
    constraint settlement_once primary key (part_id, measure, year, zone_id, is_double)
);

select core.declare_reference('handoff.measure'), core.declare_two_party('handoff.terms'),
    core.declare_shared('handoff.agreement', 'handoff.insider', 'project_id', row_key => 'project_id'),
    core.declare_shared('handoff.credit_share', 'handoff.insider', 'project_id', row_key => 'project_id'),
    core.declare_shared('handoff.amount', 'handoff.insider', 'project_id', row_key => 'project_id'),
    core.declare_shared('handoff.settlement', 'handoff.insider', 'project_id', row_key => 'project_id');
