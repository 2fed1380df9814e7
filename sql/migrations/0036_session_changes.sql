-- What happened to every session, one row a change: whoever was told otherwise before can be told now.
create table schedule.session_change (
    id bigint generated always as identity primary key,
    session_id bigint not null constraint change_of_session references schedule.session,
    cohort_id bigint not null,
    sequence int not null,
    kind text not null constraint change_kind_known check (kind in
        ('moved', 'swapped', 'substituted', 'cancelled', 'reinstated', 'corrected')),
    at timestamptz not null,
    by_login text not null,
    reason text,
    old_starts_at timestamptz not null,
    old_ends_at timestamptz not null,
    old_venue_id bigint not null,
    old_instructor_id bigint,
    old_hours int not null,
    new_starts_at timestamptz not null,
    new_ends_at timestamptz not null,
    new_venue_id bigint not null,
    new_instructor_id bigint,
    new_hours int not null,
    constraint change_once_per_sequence unique (session_id, sequence),
    constraint change_has_reason check (reason is not null or kind in ('moved', 'swapped', 'reinstated'))
);
create index change_by_time on schedule.session_change (at, id);
select core.declare_shared('schedule.session_change', 'enrollment.cohort_party', 'cohort_id', row_key => 'cohort_id');
