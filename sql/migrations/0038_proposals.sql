-- Timetables and repairs that were proposed: kept until somebody carries one out, whole.
create table schedule.proposal (
    id bigint generated always as identity primary key,
    zone_id bigint not null constraint proposal_of_zone references core.zone,
    code text not null constraint proposal_code_once unique,
    made_at timestamptz not null,
    made_by text not null,
    seed bigint not null,
    moves bigint not null,
    hard_cost int not null,
    soft_cost int not null,
    applied_at timestamptz,
    constraint proposal_in_zone unique (zone_id, id)
);
comment on column schedule.proposal.moves is 'how long was searched; the same seed and moves find the same timetable';
select core.declare_owned('schedule.proposal');
select core.declare_code('Q');

-- A session that would be added, or one that would be moved.
create table schedule.proposal_line (
    zone_id bigint not null,
    proposal_id bigint not null,
    course_id bigint not null constraint proposal_line_of_course references schedule.course,
    session_id bigint constraint proposal_line_of_session references schedule.session,
    was_at timestamptz,
    venue_id bigint not null constraint proposal_line_in_venue references schedule.venue,
    instructor_id bigint constraint proposal_line_by_instructor references schedule.instructor,
    -- Who was to teach a session that somebody else takes over; the same as above where nobody does.
    was_instructor_id bigint constraint proposal_line_was_by_instructor references schedule.instructor,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    hours int not null,
    constraint proposal_line_of_proposal foreign key (zone_id, proposal_id) references schedule.proposal (zone_id, id),
    constraint proposal_line_moves_from_somewhere check ((session_id is null) = (was_at is null))
);
create index proposal_line_by_proposal on schedule.proposal_line (proposal_id);
select core.declare_owned('schedule.proposal_line');
