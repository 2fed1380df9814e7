-- Seats that a cohort reserves for a zone, as published; the counters that decide stand in enrollment.cohort_seats.
create table enrollment.quota (
    cohort_id bigint not null references enrollment.cohort,
    zone_id bigint not null,
    seats int not null constraint quota_seats_not_negative check (seats >= 0),
    constraint quota_once primary key (cohort_id, zone_id),
    constraint quota_of_party foreign key (zone_id, cohort_id) references enrollment.cohort_party (zone_id, cohort_id)
);

-- Places that a cohort allots to a unit, which nominates its people for them.
create table enrollment.allotment (
    zone_id bigint not null references core.zone,
    cohort_id bigint not null references enrollment.cohort,
    organization_id bigint not null,
    places int not null constraint allotment_places_not_negative check (places >= 0),
    constraint allotment_once primary key (cohort_id, organization_id),
    constraint allotment_unit_in_same_zone foreign key (zone_id, organization_id)
        references core.organization (zone_id, id)
);

-- What a person must fulfil to come into a cohort; null asks nothing. Checked on applying and again on promotion.
create table enrollment.prerequisite (
    cohort_id bigint constraint prerequisite_once primary key references enrollment.cohort,
    min_age int constraint prerequisite_min_age_plausible check (min_age between 0 and 130),
    max_age int constraint prerequisite_max_age_plausible check (max_age between 0 and 130),
    awards text[],
    min_post_level text constraint prerequisite_post_level_known references enrollment.post_level,
    completed_program_id bigint references enrollment.program,
    constraint prerequisite_ages_in_order check (max_age >= min_age)
);
comment on column enrollment.prerequisite.min_age is 'whole years on the first day of the cohort';
comment on column enrollment.prerequisite.awards is 'one of them is needed';

-- Two reviewers, neither of whom entered the application, give a score each.
create table enrollment.score (
    zone_id bigint not null references core.zone,
    enrollment_id bigint not null,
    position int not null constraint score_of_two_reviewers check (position in (1, 2)),
    reviewer text not null,
    entered_by text not null,
    score int not null constraint score_between_0_and_100 check (score between 0 and 100),
    at timestamptz not null,
    constraint score_once_per_position primary key (enrollment_id, position),
    constraint score_one_per_reviewer unique (enrollment_id, reviewer),
    constraint score_by_other_than_author check (reviewer <> entered_by),
    constraint score_enrollment_in_same_zone foreign key (zone_id, enrollment_id)
        references enrollment.enrollment (zone_id, id) on update cascade
);

-- A draw is held once; whoever has the seed and the list of applications can repeat it.
create table enrollment.draw (
    cohort_id bigint constraint draw_once primary key references enrollment.cohort,
    seed text not null,
    drawn_at timestamptz not null,
    codes text[] not null
);
comment on column enrollment.draw.codes is 'applications in drawn order: by SHA-256 of seed, a colon, and the code';

-- Where an enrollment was before: its days count for what it attended there.
create table enrollment.transfer (
    zone_id bigint not null references core.zone,
    enrollment_id bigint not null,
    at timestamptz not null,
    from_cohort_id bigint not null references enrollment.cohort,
    to_cohort_id bigint not null references enrollment.cohort,
    constraint transfer_at_one_time primary key (enrollment_id, at),
    constraint transfer_enrollment_in_same_zone foreign key (zone_id, enrollment_id)
        references enrollment.enrollment (zone_id, id) on update cascade,
    constraint transfer_between_cohorts check (from_cohort_id <> to_cohort_id)
);

select core.declare_shared('enrollment.quota', 'enrollment.cohort_party', 'cohort_id', row_key => 'cohort_id'),
    core.declare_owned('enrollment.allotment'),
    core.declare_shared('enrollment.prerequisite', 'enrollment.cohort_party', 'cohort_id', row_key => 'cohort_id'),
    core.declare_owned('enrollment.score'), core.declare_owned('enrollment.transfer'),
    core.declare_shared('enrollment.draw', 'enrollment.cohort_party', 'cohort_id', row_key => 'cohort_id');
