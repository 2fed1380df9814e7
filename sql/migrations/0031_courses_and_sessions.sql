-- Courses of a cohort, and their sessions: rows, not rules. Both are seen by every zone that is a party of the cohort.
create table schedule.course (
    id bigint generated always as identity primary key,
    zone_id bigint not null constraint course_of_zone references core.zone,
    code text not null constraint course_code_once unique,
    name text not null,
    cohort_id bigint not null constraint course_of_cohort references enrollment.cohort (id),
    -- What whoever teaches it must know, and what its rooms must have.
    subject text,
    features text[] not null default '{}',
    -- What a timetable is asked for: so many lectures, by whom, over how many days at least.
    lectures int not null default 0 constraint course_lectures_not_negative check (lectures >= 0),
    instructor_id bigint constraint course_taught_by_instructor references schedule.instructor,
    minimum_days int not null default 1 constraint course_minimum_days_positive check (minimum_days > 0),
    constraint course_in_cohort unique (cohort_id, id)
);
select core.declare_shared('schedule.course', 'enrollment.cohort_party', 'cohort_id', row_key => 'cohort_id');
select core.declare_code('L');

create table schedule.session (
    id bigint generated always as identity primary key,
    -- The zone that keeps the session: whom others ask about it.
    zone_id bigint not null constraint session_of_zone references core.zone,
    contact text not null,
    code text not null constraint session_code_once unique,
    cohort_id bigint not null constraint session_of_cohort references enrollment.cohort (id),
    course_id bigint not null,
    venue_id bigint not null constraint session_in_venue references schedule.venue,
    instructor_id bigint constraint session_taught_by_instructor references schedule.instructor,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    hours int not null,
    state text not null default 'scheduled',
    -- Raised by every change: what an officer saw is compared with it, and calendars that were exported before follow it.
    sequence int not null default 0,
    planned_at timestamptz not null,
    -- A stored day: an expression over an instant is not leakproof and would not use an index under row security.
    held_on date not null generated always as (core.day(starts_at)) stored,
    during tstzrange not null generated always as
        (case when ends_at > starts_at then tstzrange(starts_at, ends_at, '[)') else 'empty' end) stored,
    cancelled boolean not null generated always as (state = 'cancelled') stored,
    constraint session_course_of_cohort foreign key (cohort_id, course_id) references schedule.course (cohort_id, id),
    constraint session_ends_after_start check (ends_at > starts_at),
    constraint session_within_one_day check (core.day(ends_at) = core.day(starts_at)),
    constraint session_hours_fit check (hours >= 0 and hours * interval '45 minutes' <= ends_at - starts_at),
    constraint session_state_known check (state in ('scheduled', 'cancelled')),
    constraint session_time_and_state unique (id, during, cancelled)
);
comment on column schedule.session.hours is 'training hours (学时) of 45 minutes, whole ones';
create index session_by_day on schedule.session (held_on, starts_at);
create index session_by_cohort on schedule.session (cohort_id, starts_at);
create index session_by_venue on schedule.session (venue_id, held_on);
create index session_by_instructor on schedule.session (instructor_id, held_on);
select core.declare_shared('schedule.session', 'enrollment.cohort_party', 'cohort_id', row_key => 'cohort_id');
select core.declare_code('S');
