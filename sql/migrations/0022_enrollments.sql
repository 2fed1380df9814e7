-- People in cohorts: with a seat, in the queue, gone, or through.
create table enrollment.state (
    code text primary key,
    holds_seat boolean not null
);
insert into enrollment.state values
    ('waitlisted', false), ('enrolled', true), ('withdrawn', false), ('completed', true), ('failed', true);

-- The only steps there are; the verbs take them by joining this table.
create table enrollment.transition (
    from_state text not null references enrollment.state,
    act text not null,
    to_state text not null references enrollment.state,
    constraint transition_one_per_act primary key (from_state, act)
);
insert into enrollment.transition values
    ('waitlisted', 'promote', 'enrolled'), ('waitlisted', 'withdraw', 'withdrawn'),
    ('enrolled', 'withdraw', 'withdrawn'), ('enrolled', 'complete', 'completed'), ('enrolled', 'fail', 'failed'),
    ('failed', 'complete', 'completed'), ('failed', 'fail', 'failed');

create table enrollment.enrollment (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    code text not null constraint enrollment_code_once unique,
    cohort_id bigint not null references enrollment.cohort,
    person_id bigint not null,
    identity_id bigint not null references core.identity,
    state text not null constraint enrollment_state_known references enrollment.state,
    queue_number int,
    applied_at timestamptz not null,
    seated_at timestamptz,
    left_at timestamptz,
    constraint enrollment_in_zone unique (zone_id, id),
    constraint enrollment_person_in_same_zone foreign key (zone_id, person_id) references core.person (zone_id, id),
    constraint enrollment_queue_number_once unique (cohort_id, queue_number),
    constraint enrollment_number_while_waiting check (state <> 'waitlisted' or queue_number is not null),
    constraint enrollment_seated_on_record check ((seated_at is not null) or state in ('waitlisted', 'withdrawn')),
    constraint enrollment_left_when_withdrawn check ((left_at is not null) = (state = 'withdrawn'))
);
comment on column enrollment.enrollment.queue_number is 'drawn on joining the queue, kept for good';

-- A seat is once per natural person, whichever zone enters it; who withdrew may come again, at the end of the queue.
create unique index enrollment_one_per_cohort on enrollment.enrollment (cohort_id, identity_id) where state <> 'withdrawn';
create index enrollment_queue on enrollment.enrollment (cohort_id, queue_number) where state = 'waitlisted';
create index enrollment_by_person on enrollment.enrollment (zone_id, person_id);

select core.declare_reference('enrollment.state'), core.declare_reference('enrollment.transition'),
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
