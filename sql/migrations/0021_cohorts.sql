-- One run of a program, open to one zone or to several.
create table enrollment.cohort (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    code text not null constraint cohort_code_once unique,
    program_id bigint not null references enrollment.program,
    number int not null constraint cohort_number_positive check (number > 0),
    starts_on date not null,
    ends_on date not null,
    evaluated_on date,
    constraint cohort_number_once unique (program_id, number),
    constraint cohort_ends_after_start check (ends_on >= starts_on)
);
comment on table enrollment.cohort is 'id may be referenced by other modules: a cohort is never deleted';
comment on column enrollment.cohort.zone_id is 'the zone that set it up';
comment on column enrollment.cohort.evaluated_on is 'the day of the last evaluation of completion';

-- Who takes part: a host sees the whole roster and records attendance, a guest sees and enrolls its own people.
create table enrollment.cohort_party (
    cohort_id bigint not null references enrollment.cohort,
    zone_id bigint not null references core.zone,
    level text not null constraint cohort_party_level_known check (level in ('host', 'guest')),
    constraint cohort_party_once primary key (zone_id, cohort_id)
);
create index cohort_party_by_cohort on enrollment.cohort_party (cohort_id);

-- The cohort's lock and its counters, apart from the cohort because every enrollment rewrites this row: seats there are,
-- seats taken, people waiting, the last number drawn. Every verb that changes who sits where locks it first.
create table enrollment.cohort_seats (
    cohort_id bigint primary key references enrollment.cohort,
    capacity int not null constraint seats_capacity_not_negative check (capacity >= 0),
    unlimited boolean not null,
    taken int not null default 0 constraint seats_taken_not_negative check (taken >= 0),
    waiting int not null default 0 constraint seats_waiting_not_negative check (waiting >= 0),
    last_number int not null default 0,
    seat_free boolean not null generated always as (waiting = 0 and (unlimited or taken < capacity)) stored,
    constraint seats_unlimited_has_no_number check (not unlimited or capacity = 0),
    constraint seats_not_oversold check (unlimited or taken <= capacity),
    constraint seats_nobody_waits_before_an_empty_seat check (waiting = 0 or not unlimited and taken = capacity)
) with (fillfactor = 50);
comment on column enrollment.cohort_seats.capacity is '0 means no seat; without a limit it is 0 and unlimited says so';
comment on column enrollment.cohort_seats.seat_free is 'the next to come gets a seat; nobody overtakes the queue';

select core.declare_shared('enrollment.cohort', 'enrollment.cohort_party', 'cohort_id'),
    core.declare_owned('enrollment.cohort_party'),
    core.declare_shared('enrollment.cohort_seats', 'enrollment.cohort_party', 'cohort_id', row_key => 'cohort_id');
select core.declare_code('K');
