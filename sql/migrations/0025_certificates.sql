-- What a trainee takes home: written once, never changed, checkable by strangers.
create table enrollment.certificate (
    id bigint generated always as identity primary key,
    zone_id bigint not null references core.zone,
    code text not null constraint certificate_code_once unique,
    enrollment_id bigint not null constraint certificate_one_per_enrollment unique,
    program_id bigint not null references enrollment.program,
    cohort_id bigint not null references enrollment.cohort,
    completion_rule_id bigint not null references enrollment.completion_rule,
    recorded int not null,
    attended int not null,
    hours int not null,
    completed_on date not null,
    issued_on date not null,
    issued_by_zone_id bigint not null references core.zone,
    verification_code text not null constraint certificate_verification_code_once unique
        references core.verification_code,
    constraint certificate_issued_after_completion check (issued_on >= completed_on),
    constraint certificate_enrollment_in_same_zone foreign key (zone_id, enrollment_id)
        references enrollment.enrollment (zone_id, id)
);
select core.declare_owned('enrollment.certificate');
select core.declare_code('C');

-- Even the owner of the tables does not rewrite what was handed out.
create function enrollment.refuse_change() returns trigger language plpgsql set search_path = core, pg_temp as $$
begin
    perform core.reject('certificate_immutable', old.code);
    return null;
end $$;
create trigger certificate_immutable before update or delete on enrollment.certificate
    for each row execute function enrollment.refuse_change();
