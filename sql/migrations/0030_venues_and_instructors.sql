-- Rooms and instructors that zones lend each other: one owner, and a party row for every other zone that may know.
create schema schedule;
grant usage on schema schedule to zb_reader, zb_joint_office;

-- What a zone may do with a room or an instructor: `owner` and `guest` book, `busy` sees when it is taken, `attends`
-- knows only what it is called, because its trainees have a session there.
create table schedule.party_level (
    code text constraint party_level_once primary key,
    books boolean not null,
    sees_busy boolean not null
);
insert into schedule.party_level values
    ('owner', true, true), ('guest', true, true), ('busy', false, true), ('attends', false, false);
select core.declare_reference('schedule.party_level');

create table schedule.venue (
    id bigint generated always as identity primary key,
    zone_id bigint not null constraint venue_of_zone references core.zone,
    code text not null constraint venue_code_once unique,
    name text not null,
    capacity int not null constraint venue_capacity_positive check (capacity > 0),
    features text[] not null default '{}',
    -- Whom a zone asks that wants to book it; null for the owner's officers.
    consent_by text
);
create table schedule.venue_party (
    zone_id bigint not null constraint venue_party_of_zone references core.zone,
    venue_id bigint not null constraint venue_party_of_venue references schedule.venue,
    level text not null constraint venue_party_level_known references schedule.party_level,
    constraint venue_party_once primary key (zone_id, venue_id)
);
create unique index venue_one_owner on schedule.venue_party (venue_id) where level = 'owner';
create index venue_party_by_venue on schedule.venue_party (venue_id);
select core.declare_owned('schedule.venue_party'),
    core.declare_shared('schedule.venue', 'schedule.venue_party', 'venue_id');
select core.declare_code('V');

create table schedule.instructor (
    id bigint generated always as identity primary key,
    zone_id bigint not null constraint instructor_of_zone references core.zone,
    code text not null constraint instructor_code_once unique,
    name text not null,
    subjects text[] not null default '{}',
    weekly_hours int constraint instructor_weekly_hours_positive check (weekly_hours > 0)
);
comment on column schedule.instructor.subjects is 'empty: whatever they are asked to teach';
comment on column schedule.instructor.weekly_hours is 'training hours from Monday to Sunday; null: no limit';
create table schedule.instructor_party (
    zone_id bigint not null constraint instructor_party_of_zone references core.zone,
    instructor_id bigint not null constraint instructor_party_of_instructor references schedule.instructor,
    level text not null constraint instructor_party_level_known references schedule.party_level,
    constraint instructor_party_once primary key (zone_id, instructor_id)
);
create unique index instructor_one_owner on schedule.instructor_party (instructor_id) where level = 'owner';
create index instructor_party_by_instructor on schedule.instructor_party (instructor_id);
select core.declare_owned('schedule.instructor_party'),
    core.declare_shared('schedule.instructor', 'schedule.instructor_party', 'instructor_id');
select core.declare_code('I');
