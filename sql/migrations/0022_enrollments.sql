-- People in cohorts: with a seat, in the queue, gone, or through.
create table enrollment.state (
    code text primary key,
    holds_seat boolean not null
);
insert into enrollment.state values
    ('applied', false), ('under_review', false), ('admitted', true), ('waitlisted', false), ('rejected', false),
    ('enrolled', true), ('withdrawn', false), ('completed', true), ('failed', true);

-- The only steps there are; the verbs take them by joining this table.
create table enrollment.transition (
    from_state text not null references enrollment.state,
    act text not null,
    to_state text not null references enrollment.state,
    constraint transition_one_per_act primary key (from_state, act)
);
insert into enrollment.transition values
    ('applied', 'review', 'under_review'), ('applied', 'admit', 'admitted'), ('applied', 'queue', 'waitlisted'),
    ('applied', 'reject', 'rejected'), ('applied', 'withdraw', 'withdrawn'),
    ('under_review', 'review', 'under_review'), ('under_review', 'admit', 'admitted'),
    ('under_review', 'queue', 'waitlisted'), ('under_review', 'reject', 'rejected'),
    ('under_review', 'withdraw', 'withdrawn'),
    ('admitted', 'confirm', 'enrolled'), ('admitted', 'decline', 'withdrawn'), ('admitted', 'expire', 'withdrawn'),
    ('admitted', 'withdraw', 'withdrawn'),
    ('waitlisted', 'promote', 'enrolled'), ('waitlisted', 'offer', 'admitted'), ('waitlisted', 'decline', 'withdrawn'),
    ('waitlisted', 'withdraw', 'withdrawn'),
    ('enrolled', 'withdraw', 'withdrawn'), ('enrolled', 'transfer', 'enrolled'),
    ('enrolled', 'complete', 'completed'), ('enrolled', 'fail', 'failed'),
    ('failed', 'complete', 'completed'), ('failed', 'fail', 'failed'),
    ('withdrawn', 'reinstate', 'enrolled'), ('withdrawn', 'requeue', 'waitlisted');

-- Levels of posts, the lowest first: what an official's class may ask for.
create table enrollment.post_level (
    code text primary key,
    rank int not null constraint post_level_rank_once unique,
    name_zh text not null,
    name_en text not null
);
insert into enrollment.post_level values
    ('staff', 1, '科员', 'staff'), ('deputy-section', 2, '副科', 'deputy section head'),
    ('section', 3, '正科', 'section head'), ('deputy-division', 4, '副处', 'deputy division head'),
    ('division', 5, '正处', 'division head');

create table enrollment.enrollment (
    id bigint generated always as identity primary key,
    -- Keys to rows that everybody's enrollment would lock, the zone and the state, are left out: the person's key leads to
    -- the zone, and the states are checked.
    zone_id bigint not null,
    registered_by_zone_id bigint references core.zone,
    code text not null constraint enrollment_code_once unique,
    cohort_id bigint not null references enrollment.cohort,
    person_id bigint not null,
    identity_id bigint not null references core.identity,
    state text not null constraint enrollment_state_known check (state in ('applied', 'under_review', 'admitted',
        'waitlisted', 'rejected', 'enrolled', 'withdrawn', 'completed', 'failed')),
    holds_seat boolean not null generated always as (state in ('admitted', 'enrolled', 'completed', 'failed')) stored,
    queue_number int,
    passed_over text,
    applied_at timestamptz not null,
    applied_by text not null default session_user,
    seated_at timestamptz,
    offer_until date,
    left_at timestamptz,
    award text,
    post_level text constraint enrollment_post_level_known references enrollment.post_level,
    group_code text,
    splittable boolean not null default true,
    nominated_by bigint,
    released_to bigint references core.zone,
    examination text constraint enrollment_examination_known check (examination in ('passed', 'failed')),
    constraint enrollment_in_zone unique (zone_id, id),
    constraint enrollment_person_in_same_zone foreign key (zone_id, person_id) references core.person (zone_id, id),
    constraint enrollment_unit_in_same_zone foreign key (zone_id, nominated_by) references core.organization (zone_id, id),
    constraint enrollment_number_while_waiting check (state <> 'waitlisted' or queue_number is not null),
    constraint enrollment_passed_over_while_waiting check (passed_over is null or state = 'waitlisted'),
    constraint enrollment_offer_while_admitted check (offer_until is null or state = 'admitted'),
    constraint enrollment_seated_on_record check
        ((seated_at is not null) or state in ('applied', 'under_review', 'waitlisted', 'rejected', 'withdrawn')),
    constraint enrollment_left_when_withdrawn check ((left_at is not null) = (state = 'withdrawn'))
);
comment on column enrollment.enrollment.zone_id is 'the zone that it belongs to now: it sees it and its quota counts it';
comment on column enrollment.enrollment.registered_by_zone_id is
    'the zone that entered it and let another take it over; null: the zone that it belongs to now';
comment on column enrollment.enrollment.holds_seat is 'as enrollment.state says of the state';
comment on column enrollment.enrollment.passed_over is
    'why the queue went on without this person, who keeps the number but is not counted as waiting until the reason is gone';
comment on column enrollment.enrollment.group_code is 'the first enrollment of a group; it is seated as a whole unless splittable';
comment on column enrollment.enrollment.released_to is 'the zone that may take it over';
comment on column enrollment.enrollment.queue_number is 'drawn on joining the queue, kept for good';

-- A place is once per natural person, whichever zone enters it; who withdrew or was rejected may come again.
create unique index enrollment_one_per_cohort on enrollment.enrollment (cohort_id, identity_id)
    where state not in ('withdrawn', 'rejected');
create unique index enrollment_queue_number_once on enrollment.enrollment (cohort_id, queue_number)
    where queue_number is not null;
create index enrollment_seats_of_identity on enrollment.enrollment (identity_id) where holds_seat;
create index enrollment_queue on enrollment.enrollment (cohort_id, queue_number) where state = 'waitlisted';
create index enrollment_by_person on enrollment.enrollment (zone_id, person_id);

select core.declare_reference('enrollment.state'), core.declare_reference('enrollment.transition'),
    core.declare_reference('enrollment.post_level'),
    core.declare_owned('enrollment.enrollment', hide => array['identity_id']);
select core.declare_code('E');

-- When a person's id number is corrected or two records are merged, the enrollments follow; if that makes one natural
-- person sit twice in a cohort, enrollment_one_per_cohort refuses the correction until one of the two is withdrawn.
create function enrollment.follow_identity() returns trigger language plpgsql set search_path = core, pg_temp as $$
begin
    update enrollment.enrollment e set identity_id = kept.identity_id
    from core.person own join core.person kept on kept.id = coalesce(own.merged_into, own.id)
    where (own.id = new.id or own.merged_into = new.id) and own.zone_id = new.zone_id
        and e.zone_id = new.zone_id and e.person_id = own.id and e.identity_id <> kept.identity_id;
    return null;
end $$;
create trigger enrollment_follows_identity after update of identity_id, merged_into on core.person
    for each row execute function enrollment.follow_identity();
