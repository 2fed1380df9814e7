-- One run of a program, open to one zone or to several; how its places are given is published with it.
create table enrollment.admission_mode (
    code text primary key,
    name_zh text not null,
    name_en text not null
);
insert into enrollment.admission_mode values
    ('first-come', '先到先得', 'first come, first served'),
    ('score', '两人评分', 'by the score of two reviewers'),
    ('nomination', '单位选派', 'nomination by units'),
    ('draw', '摇号', 'seeded draw');
select core.declare_reference('enrollment.admission_mode');

create table enrollment.cohort (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    code text not null constraint cohort_code_once unique,
    program_id bigint not null references enrollment.program,
    number int not null constraint cohort_number_positive check (number > 0),
    starts_on date not null,
    ends_on date not null,
    evaluated_on date,
    mode text not null default 'first-come' constraint cohort_mode_known references enrollment.admission_mode,
    offer_days int constraint cohort_offer_days_plausible check (offer_days between 1 and 60),
    constraint cohort_number_once unique (program_id, number),
    constraint cohort_ends_after_start check (ends_on >= starts_on)
);
comment on table enrollment.cohort is 'id may be referenced by other modules: a cohort is never deleted';
comment on column enrollment.cohort.zone_id is 'the zone that set it up';
comment on column enrollment.cohort.offer_days is
    'days in which who is promoted from the queue says yes or no; null: the seat is theirs at once';
comment on column enrollment.cohort.evaluated_on is 'the day of the last evaluation of completion';

-- Who takes part: a host sees the whole roster and records attendance, a guest sees and enrolls its own people.
create table enrollment.cohort_party (
    cohort_id bigint not null references enrollment.cohort,
    zone_id bigint not null references core.zone,
    level text not null constraint cohort_party_level_known check (level in ('host', 'guest')),
    place int not null default 1 constraint cohort_party_place_positive check (place > 0),
    constraint cohort_party_once primary key (zone_id, cohort_id)
);
comment on column enrollment.cohort_party.place is 'the position of the zone in the arrays of enrollment.cohort_seats';
create index cohort_party_by_cohort on enrollment.cohort_party (cohort_id);

-- No waiting person of a zone stands before a free seat of that zone's own quota.
create function enrollment.own_seats_given(quotas int[], taken int[], waiting int[]) returns boolean
language plpgsql immutable parallel safe set search_path = core, pg_temp as $$
begin
    for i in 1 .. cardinality(quotas) loop
        if waiting[i] > 0 and taken[i] < quotas[i] then return false; end if;
    end loop;
    return true;
end $$;

-- The cohort's lock and its counters, apart from the cohort because every enrollment rewrites this row: seats there are,
-- seats taken, people waiting, numbers drawn, and the same by zone, in arrays because one UPDATE of one row decides.
-- A zone fills its quota first, then the pool: the seats that no quota reserves, open to every zone.
create table enrollment.cohort_seats (
    cohort_id bigint primary key references enrollment.cohort,
    capacity int not null,
    unlimited boolean not null,
    closed boolean not null default false,
    taken int not null default 0,
    waiting int not null default 0,
    last_number int not null default 0,
    first_number int not null default 1,
    reserved int not null default 0,
    pool_taken int not null default 0 constraint seats_pool_taken_within_taken check (pool_taken between 0 and taken),
    quotas int[] not null default '{}',
    zone_taken int[] not null default '{}',
    zone_waiting int[] not null default '{}',
    release_on date,
    last_seated boolean not null default false,
    pool_free boolean not null generated always as
        (waiting = 0 and not closed and (unlimited or pool_taken < capacity - reserved)) stored,
    constraint seats_not_negative check (least(capacity, taken, waiting, reserved) >= 0),
    constraint seats_unlimited_has_no_number check (not unlimited or capacity = 0 and reserved = 0),
    constraint seats_not_oversold check (unlimited or taken <= capacity),
    constraint seats_pool_not_oversold check (unlimited or pool_taken <= capacity - reserved),
    constraint seats_nobody_waits_before_an_empty_seat
        check (waiting = 0 or closed or not unlimited and pool_taken = capacity - reserved),
    constraint seats_no_zone_waits_before_its_own_seat
        check (waiting = 0 or closed or enrollment.own_seats_given(quotas, zone_taken, zone_waiting))
) with (fillfactor = 50);
comment on column enrollment.cohort_seats.capacity is '0 means no seat; without a limit it is 0 and unlimited says so';
comment on column enrollment.cohort_seats.pool_free is 'the next to come gets a pool seat; nobody overtakes the queue';
comment on column enrollment.cohort_seats.quotas is 'seats reserved by zone, in the order of cohort_party.place; 0 after the release';
comment on column enrollment.cohort_seats.release_on is 'the day on which quotas join the pool; null when there is none to come';
comment on column enrollment.cohort_seats.first_number is 'the number before which a reinstated person is put, at the head of the queue';
comment on column enrollment.cohort_seats.last_seated is 'whether the last person to come got a seat, told to that statement itself';

select core.declare_shared('enrollment.cohort', 'enrollment.cohort_party', 'cohort_id'),
    core.declare_owned('enrollment.cohort_party'),
    core.declare_shared('enrollment.cohort_seats', 'enrollment.cohort_party', 'cohort_id', row_key => 'cohort_id');
select core.declare_code('K');
