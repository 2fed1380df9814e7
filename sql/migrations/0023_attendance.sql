-- Who was there. Sessions are planned by the schedule module; here stands what was held and counted.
create table enrollment.recorded_session (
    id bigint generated always as identity primary key,
    cohort_id bigint not null references enrollment.cohort,
    session_code text not null,
    held_on date not null,
    hours int not null constraint recorded_session_hours_plausible check (hours between 0 and 24),
    sign_in_code text constraint recorded_session_code_form check (sign_in_code ~ '^[0-9]{6}$'),
    sign_in_until timestamptz,
    constraint recorded_session_once unique (cohort_id, session_code)
);
comment on column enrollment.recorded_session.session_code is
    'the code of a session of the schedule module, given by the caller; no key, because sessions may also be held unplanned';
comment on column enrollment.recorded_session.hours is 'training hours (45 minutes) that it counts for';

-- Who was there, or excused; whoever has no row was absent without excuse.
create table enrollment.attendance (
    zone_id bigint not null references core.zone,
    enrollment_id bigint not null,
    recorded_session_id bigint not null references enrollment.recorded_session,
    recorded_at timestamptz not null,
    status text not null default 'present'
        constraint attendance_status_known check (status in ('present', 'excused', 'absent')),
    constraint attendance_once primary key (enrollment_id, recorded_session_id),
    constraint attendance_enrollment_in_same_zone foreign key (zone_id, enrollment_id)
        references enrollment.enrollment (zone_id, id) on update cascade
);
create index attendance_by_session on enrollment.attendance (recorded_session_id);

select core.declare_shared('enrollment.recorded_session', 'enrollment.cohort_party', 'cohort_id', row_key => 'cohort_id',
        hide => array['sign_in_code']),
    core.declare_owned('enrollment.attendance');
