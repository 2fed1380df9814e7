-- When rooms are open and instructors can be had, and what zones have agreed to lend each other.

-- Weekly hours; a resource without any is there at all hours. Days as ISO counts them, Monday is 1.
create table schedule.opening (
    venue_id bigint constraint opening_of_venue references schedule.venue,
    instructor_id bigint constraint opening_of_instructor references schedule.instructor,
    weekday int not null constraint opening_weekday_known check (weekday between 1 and 7),
    opens_minute int not null,
    closes_minute int not null,
    constraint opening_of_one_resource check (num_nonnulls(venue_id, instructor_id) = 1),
    constraint opening_in_order check (opens_minute >= 0 and opens_minute < closes_minute and closes_minute <= 1440)
);
create index opening_by_venue on schedule.opening (venue_id, weekday) where venue_id is not null;
create index opening_by_instructor on schedule.opening (instructor_id, weekday) where instructor_id is not null;

-- Times at which a room cannot be used (repairs) or an instructor cannot come (illness, leave). One that is entered
-- after sessions were planned does not move them: it shows them, and people decide.
create table schedule.closure (
    id bigint generated always as identity primary key,
    venue_id bigint constraint closure_of_venue references schedule.venue,
    instructor_id bigint constraint closure_of_instructor references schedule.instructor,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    reason text not null,
    constraint closure_of_one_resource check (num_nonnulls(venue_id, instructor_id) = 1),
    constraint closure_in_order check (ends_at > starts_at)
);
create index closure_by_venue on schedule.closure (venue_id, ends_at) where venue_id is not null;
create index closure_by_instructor on schedule.closure (instructor_id, ends_at) where instructor_id is not null;
-- Hidden: why an instructor cannot come is nobody's business but the home zone's; schedule.availability tells the rest.
select core.declare_hidden('schedule.opening'), core.declare_hidden('schedule.closure');

-- A consent of the zone that owns a room or employs an instructor: who may book them, on which days, for how many hours.
create table schedule.lending (
    id bigint generated always as identity primary key,
    from_zone_id bigint not null constraint lending_by_zone references core.zone,
    to_zone_id bigint not null constraint lending_to_zone references core.zone,
    venue_id bigint constraint lending_of_venue references schedule.venue,
    instructor_id bigint constraint lending_of_instructor references schedule.instructor,
    valid_from date,
    valid_until date,
    hours int constraint lending_hours_positive check (hours > 0),
    consent text not null,
    agreed_by text not null,
    agreed_at timestamptz not null,
    constraint lending_of_one_resource check (num_nonnulls(venue_id, instructor_id) = 1),
    constraint lending_to_other_zone check (to_zone_id <> from_zone_id),
    constraint lending_days_in_order check (valid_until >= valid_from)
);
comment on column schedule.lending.hours is 'training hours in all; null: as many as are planned';
comment on column schedule.lending.consent is 'who agreed, by which letter or call';
create index lending_by_venue on schedule.lending (venue_id, to_zone_id) where venue_id is not null;
create index lending_by_instructor on schedule.lending (instructor_id, to_zone_id) where instructor_id is not null;
select core.declare_two_party('schedule.lending');
